package be.zeef.sandbox.advice;

import be.zeef.sandbox.Trouble;
import be.zeef.sandbox.advice.Adviser.Advised;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** From a question's bytes to an answer's text. */
final class AdviceAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FIELDS = Set.of("reference", "case", "person", "on");

    private final Adviser adviser;
    private final Trouble<AdviceMisbehaviour> trouble;

    AdviceAnswers(Adviser adviser, Trouble<AdviceMisbehaviour> trouble) {
        this.adviser = adviser;
        this.trouble = trouble;
    }

    /** @param text empty for an answer without a body */
    record Answer(int status, String text) {}

    Answer answer(byte[] question) {
        Optional<JsonNode> asked = read(question);
        if (asked.isEmpty()) {
            return new Answer(400, "");
        }
        JsonNode it = asked.get();
        LocalDate on = LocalDate.parse(it.path("on").asText());
        return adviser.advise(it.path("case").asText(), it.path("person").asText(), on)
                .map(advised -> new Answer(200, text(it, advised)))
                .orElse(new Answer(404, ""));
    }

    private static Optional<JsonNode> read(byte[] question) {
        try {
            JsonNode it = JSON.readTree(question);
            Set<String> fields = new TreeSet<>();
            it.fieldNames().forEachRemaining(fields::add);
            return Optional.of(it)
                    .filter(asked -> fields.equals(FIELDS))
                    .filter(asked -> asked.path("person").asText().matches("\\d{11}"))
                    .filter(asked -> asked.path("on").asText().matches("\\d{4}-\\d\\d-\\d\\d"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String text(JsonNode asked, Advised advised) {
        if (trouble.due(AdviceMisbehaviour.NOT_JSON)) {
            return "<html>maintenance</html>";
        }
        ObjectNode answer = asked.deepCopy();
        answer.put("advice", advised.word());
        ObjectNode flags = answer.putObject("flags");
        advised.flags().forEach(flags::put);
        var reasons = answer.putArray("reasons");
        advised.reasons().forEach(reasons::add);
        if (trouble.due(AdviceMisbehaviour.ANOTHER_PERSON)) {
            answer.put("person", "85651200136".equals(asked.path("person").asText()) ? "86651200157" : "85651200136");
        }
        if (trouble.due(AdviceMisbehaviour.ANOTHER_CASE)) {
            answer.put("case", "gent-parkeren");
        }
        if (trouble.due(AdviceMisbehaviour.ANOTHER_DAY)) {
            answer.put(
                    "on",
                    LocalDate.parse(asked.path("on").asText()).minusDays(1).toString());
        }
        if (trouble.due(AdviceMisbehaviour.ANOTHER_REFERENCE)) {
            answer.put("reference", "00000000-0000-0000-0000-000000000000");
        }
        if (trouble.due(AdviceMisbehaviour.TELLS_MORE)) {
            answer.put("name", "Testers");
        }
        if (trouble.due(AdviceMisbehaviour.SAYS_TWO_THINGS)) {
            return answer.toString().replaceFirst("}$", ",\"advice\":\"positive\"}");
        }
        return answer.toString();
    }
}
