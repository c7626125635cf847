package be.zeef.source;

import be.zeef.sieve.Cause;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Under which cause an answer that says nothing leaves its subject undetermined. A code of a source means what its catalogue
 * says; a word of our own, such as {@code TIMEOUT}, means what it says itself; one that is neither is an answer that nobody
 * can use. Immutable.
 */
public record Causes(List<Exceptions> catalogues) {

    /** Knows no source's codes, only our own words. */
    public static final Causes OF_OWN_WORDS = new Causes(List.of());

    /** Stands in the place of an answer about somebody who may not be asked about. */
    public static final String OBJECTED = "OBJECTED";

    private static final Set<String> NO_ANSWER = Set.of(
            "TIMEOUT",
            "NO_CONNECTION",
            "CUT_OFF",
            Attempts.THROTTLED,
            "FAULT",
            "CLOSED",
            "TOO_LATE",
            "UNAVAILABLE",
            "STOPPED",
            "TECHNICAL_ERROR");
    private static final Set<String> ANOTHER = Set.of("ANOTHER_PERSON", "ANOTHER_CASE", "ANOTHER_DAY", "CORRELATION");
    private static final Set<String> REFUSED = Set.of("DENIED", "TLS", "HTTP_401", "HTTP_403");
    private static final Set<String> NUMBER = Set.of("CANCELED", "REPLACED");

    public Causes {
        catalogues = List.copyOf(catalogues);
    }

    /** The catalogues of all sources below this folder of mappings. */
    public static Causes read(Path mappings) {
        return new Causes(List.of(
                Exceptions.magda(mappings), Exceptions.read(mappings.resolve("sources/ksz-soap/statuses.yaml"))));
    }

    /** Why this answer says nothing. */
    public Cause of(SourceAnswer answer) {
        return answer instanceof SourceAnswer.Barred ? Cause.REFUSED : of(answer.code());
    }

    /** What a code, or a word of our own, that stands in the place of an answer means for its subject. */
    public Cause of(String code) {
        return ofOwnWord(code)
                .or(() -> meanings(code).map(Causes::of).findFirst())
                .orElse(Cause.UNUSABLE_ANSWER);
    }

    private static Optional<Cause> ofOwnWord(String word) {
        if (word.equals(OBJECTED)) {
            return Optional.of(Cause.OBJECTED);
        }
        if (word.equals("NOT_SENT")) {
            return Optional.of(Cause.NEVER_ASKED);
        }
        if (NO_ANSWER.contains(word) || word.matches("HTTP_(408|429|5\\d\\d)")) {
            return Optional.of(Cause.NO_ANSWER);
        }
        if (ANOTHER.contains(word)) {
            return Optional.of(Cause.ANOTHER_PERSON);
        }
        if (NUMBER.contains(word)) {
            return Optional.of(Cause.UNUSABLE_NUMBER);
        }
        if (REFUSED.contains(word)) {
            return Optional.of(Cause.REFUSED);
        }
        return word.equals("INCOMPLETE_DATA") ? Optional.of(Cause.DOUBTFUL) : Optional.empty();
    }

    /** At the level of a question first. */
    private Stream<Meaning> meanings(String code) {
        return catalogues.stream()
                .flatMap(catalogue ->
                        IntStream.of(Exceptions.QUESTION, 2, 1).mapToObj(level -> catalogue.of(code, level)))
                .filter(meaning -> meaning != Meaning.UNKNOWN);
    }

    private static Cause of(Meaning meaning) {
        return switch (meaning) {
            case REGISTER -> Cause.NOT_INSCRIBED;
            case CONFIGURATION, LEGAL -> Cause.REFUSED;
            case RETRY, SLOW_DOWN -> Cause.NO_ANSWER;
            case FILTERED -> Cause.FILTERED;
            case UNUSABLE, REPLACED, DECEASED -> Cause.UNUSABLE_NUMBER;
            case DOUBT -> Cause.DOUBTFUL;
            case NO_DATA, ALREADY, NOTE -> Cause.MISSING;
            case UNKNOWN -> Cause.UNUSABLE_ANSWER;
        };
    }
}
