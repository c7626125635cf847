package be.zeef.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a result and the codes beside it mean for an inscription (magda.md §5 and §6), by code, never by text. */
public final class InscriptionResult {

    /** The inscription stands, or is gone, already. */
    private static final Set<String> ALREADY = Set.of("40143");

    /** Nobody's fault and over soon: slow down, or ask again later. */
    private static final Set<String> TRANSIENT =
            Set.of("16010", "16013", "40088", "60006", "60007", "60009", "60013", "99994", "99995", "99996", "99997");

    /** About us, not about the person: format, signature, permission, legal context. */
    private static final Set<String> ABOUT_US = Set.of(
            "10001", "13001", "13101", "20005", "40001", "40005", "40006", "60011", "ERR_025", "ERR_026", "ERR_027",
            "ERR_028");

    private InscriptionResult() {}

    /** Whether a code changes what an inscription's result means: every FOUT does, and "it stands already". */
    public static boolean counts(String code, String type) {
        return "FOUT".equals(type) || ALREADY.contains(code);
    }

    /**
     * A success beside a FOUT is doubtful, and so a failure that a later run tries again.
     *
     * @param result {@code 1}, {@code 0}, or empty when there was none
     * @param faults codes that {@link #counts count}
     * @param others the other codes: they name a failure that no fault explains
     */
    public static InscriptionOutcome of(String result, List<String> faults, List<String> others) {
        if (faults.stream().anyMatch(ALREADY::contains)) {
            return new InscriptionOutcome.Done(true);
        }
        boolean success = "1".equals(result);
        if (faults.isEmpty() && success) {
            return new InscriptionOutcome.Done(false);
        }
        String first =
                Stream.concat(faults.stream(), others.stream()).findFirst().orElse("RESULT_0");
        if (ABOUT_US.contains(first)) {
            return new InscriptionOutcome.Barred(first);
        }
        return success || isTransient(first)
                ? new InscriptionOutcome.Failed(first)
                : new InscriptionOutcome.Refused(first);
    }

    /** Whether asking again later can help. */
    public static boolean isTransient(String code) {
        return TRANSIENT.contains(code);
    }
}
