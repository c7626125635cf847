package be.zeef.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a result and the codes beside it mean for an inscription (magda.md §5 and §6), by code, never by text. Immutable.
 *
 * @param catalogue what each code means
 */
public record InscriptionResult(Exceptions catalogue) {

    /** Whether a code changes what an inscription's result means: every FOUT does, and "it stands already". */
    public boolean counts(String code, String type) {
        return "FOUT".equals(type) || meaning(code) == Meaning.ALREADY;
    }

    /**
     * A success beside a FOUT is doubtful, and so a failure that a later run tries again.
     *
     * @param result {@code 1}, {@code 0}, or empty when there was none
     * @param faults codes that {@link #counts count}
     * @param others the other codes: they name a failure that no fault explains
     */
    public InscriptionOutcome of(String result, List<String> faults, List<String> others) {
        if (faults.stream().anyMatch(code -> meaning(code) == Meaning.ALREADY)) {
            return new InscriptionOutcome.Done(true);
        }
        boolean success = "1".equals(result);
        if (faults.isEmpty() && success) {
            return new InscriptionOutcome.Done(false);
        }
        String first =
                Stream.concat(faults.stream(), others.stream()).findFirst().orElse("RESULT_0");
        if (meaning(first).aboutUs()) {
            return new InscriptionOutcome.Barred(first);
        }
        return success || meaning(first).passes()
                ? new InscriptionOutcome.Failed(first)
                : new InscriptionOutcome.Refused(first);
    }

    private Meaning meaning(String code) {
        return catalogue.of(code, Exceptions.QUESTION);
    }
}
