package be.zeef.sieve;

/** What was decided about a subject. UNDETERMINED is never to be read as a refusal. */
public enum Outcome {
    ELIGIBLE,
    NOT_ELIGIBLE,
    UNDETERMINED
}
