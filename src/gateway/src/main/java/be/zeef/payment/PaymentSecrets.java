package be.zeef.payment;

import be.zeef.security.Keys;
import be.zeef.security.Sealing;
import be.zeef.subject.PeopleAtRest;

/**
 * Hides people in what is stored of an agreement's payments: references stand for them, and names, accounts and files are sealed.
 * Thread-safe.
 */
public final class PaymentSecrets {

    private final String agreement;
    private final Keys keys;
    private final Sealing sealing;

    /** @throws be.zeef.security.KeyException when there is no key for it */
    public PaymentSecrets(Keys keys, String agreement) {
        this.agreement = agreement;
        this.keys = keys;
        this.sealing = new Sealing(keys.vault(), agreement);
    }

    public String agreement() {
        return agreement;
    }

    /** References for one thread. */
    public References references() {
        return new References(keys, agreement);
    }

    /** How the agreement's people stand in our tables. */
    public PeopleAtRest people() {
        return new PeopleAtRest(keys, agreement);
    }

    public Sealing sealing() {
        return sealing;
    }
}
