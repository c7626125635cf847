package be.zeef.subject;

/** Which numbers are people: in the sandbox only test numbers, in production only real ones ({@link InszKind}). */
public enum Realm {
    SANDBOX,
    PRODUCTION
}
