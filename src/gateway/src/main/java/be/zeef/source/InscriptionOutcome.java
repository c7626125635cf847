package be.zeef.source;

/** How an inscription ended. Expected failures are values; only their code is kept. */
public sealed interface InscriptionOutcome {

    /** It stands now as asked; {@code already} when it did so before (MAGDA 40143 and its like). */
    record Done(boolean already) implements InscriptionOutcome {}

    /** MAGDA says no, and will say so again: an unknown or replaced INSZ, no permission, a refused question. */
    record Refused(String code) implements InscriptionOutcome {}

    /** MAGDA refuses us, not this person: a wrong setting or a missing permission. Everyone else would be refused too. */
    record Barred(String code) implements InscriptionOutcome {}

    /** No usable answer after all attempts; a later sync tries again. */
    record Failed(String code) implements InscriptionOutcome {}
}
