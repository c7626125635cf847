package be.zeef.ledger;

/**
 * The person objected (GDPR 21) or is restricted (GDPR 18): nothing was asked, granted or delivered. Whoever meets it leaves this person
 * to people, and goes on with the others. It does not say who it is.
 */
public final class ObjectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ObjectedException() {
        super("somebody objected, or is restricted");
    }
}
