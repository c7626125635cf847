package be.zeef.counter;

import be.zeef.security.reading.JsonSchemas;
import be.zeef.security.reading.Yaml;
import be.zeef.subject.DayRule;
import be.zeef.subject.Insz;
import be.zeef.subject.InszFault;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a question by its schema in {@code routes/counter.openapi.yaml}: what the contract does not allow is
 * refused, and what an INSZ or a date is beyond its shape is checked here. Thread-safe.
 */
final class CounterContract {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What to say of a field that has not its form; a line end behind it, which a schema's {@code $} overlooks, is none either. */
    private static final Map<String, String> PATTERNS = Map.of(
            "on", "counter.day",
            "insz", "counter.insz-shape",
            "card", "counter.card",
            "amount", "claim.amount",
            "association", "claim.association-unknown",
            "year", "claim.year",
            "reference", "claim.reference-shape");

    private final Schema question;
    private final DayRule days;

    /**
     * @param home where {@code routes/} lies
     * @param name of the schema in the contract
     */
    CounterContract(Path home, String name, DayRule days) {
        this.days = days;
        try {
            JsonNode contract = Yaml.tree(home.resolve("routes/counter.openapi.yaml"));
            question = JsonSchemas.of(contract.at("/components/schemas/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException("The counter's contract cannot be read.", e);
        }
    }

    /**
     * A question as it came.
     *
     * @param on empty for today
     * @param card number of a new card; empty for none
     */
    record PersonAsked(Insz person, Optional<LocalDate> on, String card) {

        /** Holds personal data: it does not show itself. */
        @Override
        public String toString() {
            return "PersonAsked";
        }
    }

    /** A claim as it came. */
    record ClaimAsked(PersonAsked about, String amount, String association, int year, String reference) {

        /** Holds personal data: it does not show itself. */
        @Override
        public String toString() {
            return "ClaimAsked";
        }
    }

    /** @throws ProblemException 400, naming the field and its fault */
    PersonAsked read(byte[] body) {
        return asked(checked(body));
    }

    /**
     * A claim as it came, of whose amount and reference the form is right.
     *
     * @throws ProblemException 400, naming the field and its fault
     */
    ClaimAsked readClaim(byte[] body) {
        JsonNode tree = checked(body);
        return new ClaimAsked(
                asked(tree),
                tree.path("amount").textValue(),
                tree.path("association").textValue(),
                Integer.parseInt(tree.path("year").textValue()),
                tree.path("reference").textValue());
    }

    private JsonNode checked(byte[] body) {
        JsonNode tree = parse(body);
        question.validate(tree).stream().findFirst().ifPresent(error -> {
            throw refused(error);
        });
        PATTERNS.forEach((field, code) -> {
            if (tree.path(field).asText("").endsWith("\n")) {
                throw ProblemException.field(field, code);
            }
        });
        return tree;
    }

    private PersonAsked asked(JsonNode tree) {
        Optional<LocalDate> on = day(tree);
        return new PersonAsked(
                person(tree.get("insz").textValue(), days.bornBy(on.orElseGet(days::today))),
                on,
                tree.path("card").asText(""));
    }

    /** JSON is UTF-8 between systems (RFC 8259 §8.1): no other is guessed, whatever a header or a mark before it says. */
    private static JsonNode parse(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
            if (tree.isObject()) {
                return tree;
            }
        } catch (IOException e) {
            // its message quotes the body
        }
        throw ProblemException.of(400, "counter.json");
    }

    private static ProblemException refused(Error error) {
        String pointer = error.getInstanceLocation().toString();
        String field = pointer.startsWith("/") ? pointer.substring(1) : pointer;
        return switch (error.getKeyword()) {
            case "required" -> ProblemException.field(error.getProperty(), "counter.missing", error.getProperty());
            // its name is the caller's text, so it is not repeated
            case "additionalProperties" -> ProblemException.of(400, "counter.unknown-field");
            case "pattern" -> ProblemException.field(field, PATTERNS.get(field));
            default -> ProblemException.field(field, "counter.type", field);
        };
    }

    private Insz person(String text, LocalDate bornBy) {
        Optional<InszFault> fault = Insz.fault(text, days.realm(), bornBy);
        if (fault.isPresent()) {
            throw ProblemException.field("insz", fault.get().code("counter"));
        }
        return Insz.of(text, days.realm(), bornBy);
    }

    private static Optional<LocalDate> day(JsonNode tree) {
        if (!tree.hasNonNull("on")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(tree.get("on").textValue()));
        } catch (DateTimeException e) {
            throw ProblemException.field("on", "counter.day");
        }
    }
}
