package be.zeef.subject;

/** Which numbers are people: in the sandbox only test numbers (month 60–72), in production only real ones. */
public enum Realm {
    SANDBOX,
    PRODUCTION
}
