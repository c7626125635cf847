package be.zeef.source;

import be.zeef.subject.Insz;
import java.util.Optional;

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
}
