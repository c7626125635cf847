package be.zeef.source.advice;

import be.zeef.security.reading.JsonSchemas;
import be.zeef.source.advice.AdviceReply.Failed;
import be.zeef.source.advice.AdviceReply.Given;
import be.zeef.source.advice.AdviceReply.Word;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The two messages of Automatisch Advies ({@code mappings/sources/advice}), each held against its schema. Thread-safe. */
final class AdviceMessages {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Schema question;
    private final Schema answer;

    private AdviceMessages(Schema question, Schema answer) {
        this.question = question;
        this.answer = answer;
    }

    /** @param person eleven digits */
    record CaseAsked(String reference, String caseId, String person, LocalDate on) {
        @Override
        public String toString() {
            return "Asked[" + reference + "]";
        }
    }

    static AdviceMessages read(Path mappings) {
        Path folder = mappings.resolve("sources/advice");
        return new AdviceMessages(
                schema(folder.resolve("question.schema.json")), schema(folder.resolve("answer.schema.json")));
    }

    private static Schema schema(Path file) {
        try {
            return JsonSchemas.of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException when the case is none that can be asked, such as one with a blank in its name */
    byte[] compose(CaseAsked asked) {
        ObjectNode message = JSON.createObjectNode();
        message.put("reference", asked.reference());
        message.put("case", asked.caseId());
        message.put("person", asked.person());
        message.put("on", asked.on().toString());
        if (!question.validate(message).isEmpty()) {
            throw new IllegalArgumentException(
                    "The question breaks mappings/sources/advice/question.schema.json. Correct the case id of the agreement.");
        }
        try {
            return JSON.writeValueAsBytes(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer that keeps to its schema and is about what was asked. */
    AdviceReply read(byte[] body, CaseAsked asked) {
        JsonNode message;
        try {
            message = JSON.readTree(body);
        } catch (IOException e) {
            return new Failed("MALFORMED");
        }
        if (message.isNull() || message.isMissingNode()) {
            return new Failed("EMPTY");
        }
        if (!answer.validate(message).isEmpty()) {
            return new Failed("SCHEMA");
        }
        if (!asked.reference().equals(message.path("reference").asText())) {
            return new Failed("CORRELATION");
        }
        if (!asked.caseId().equals(message.path("case").asText())) {
            return new Failed("ANOTHER_CASE");
        }
        if (!asked.person().equals(message.path("person").asText())) {
            return new Failed("ANOTHER_PERSON");
        }
        if (!asked.on().toString().equals(message.path("on").asText())) {
            return new Failed("ANOTHER_DAY");
        }
        return given(message);
    }

    private static Given given(JsonNode message) {
        Map<String, String> flags = new HashMap<>();
        message.path("flags")
                .properties()
                .forEach(flag -> flags.put(flag.getKey(), flag.getValue().asText()));
        List<String> reasons = StreamSupport.stream(message.path("reasons").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new Given(Word.valueOf(message.path("advice").asText().toUpperCase(Locale.ROOT)), flags, reasons);
    }
}
