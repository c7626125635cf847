package be.zeef.source;

import be.zeef.subject.Insz;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How an inscription ended. Expected failures are values; only their code is kept. */
public sealed interface InscriptionOutcome {

    /** It stands now as asked; {@code already} when it did so before (MAGDA 40143 and its like). */
    record Done(boolean already) implements InscriptionOutcome {}

    /**
     * MAGDA says no, and will say so again: an unknown or replaced INSZ, no permission, a refused question.
     *
     * @param replacedBy the number that the same person has now, where MAGDA names it
     */
    record Refused(String code, Optional<Insz> replacedBy) implements InscriptionOutcome {

        /** Where MAGDA names no other number. */
        public Refused(String code) {
            this(code, Optional.empty());
        }

        /** A number is shown to nobody. */
        @Override
        public String toString() {
            return "Refused[" + code + (replacedBy.isPresent() ? ", replaced" : "") + "]";
        }
    }

    /** MAGDA refuses us, not this person: a wrong setting or a missing permission. Everyone else would be refused too. */
    record Barred(String code) implements InscriptionOutcome {}

    /** No usable answer after all attempts; a later sync tries again. */
    record Failed(String code) implements InscriptionOutcome {}

    /**
     * What a result and the codes beside it mean for an inscription (magda.md §5 and §6), by code, never by text. Immutable.
     *
     * @param catalogue what each code means
     */
    record Reading(Exceptions catalogue) {

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
                return new Done(true);
            }
            boolean success = "1".equals(result);
            if (faults.isEmpty() && success) {
                return new Done(false);
            }
            String first =
                    Stream.concat(faults.stream(), others.stream()).findFirst().orElse("RESULT_0");
            if (meaning(first).aboutUs()) {
                return new Barred(first);
            }
            return success || meaning(first).passes() ? new Failed(first) : new Refused(first);
        }

        private Meaning meaning(String code) {
            return catalogue.of(code, Exceptions.QUESTION);
        }
    }
}
