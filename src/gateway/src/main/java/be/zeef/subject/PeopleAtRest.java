package be.zeef.subject;

import be.zeef.security.Keys;

/**
 * How people stand in our tables under one agreement: under a pseudonym, and where they must be known again, sealed. It gives
 * each thread its own means; it is thread-safe itself.
 */
public record PeopleAtRest(Keys keys, String agreement) {

    /** Pseudonyms for one thread. */
    public Pseudonyms pseudonyms() {
        return Pseudonyms.of(keys, agreement);
    }

    /** A vault for one thread. */
    public Vault vault() {
        return new Vault(keys.vault(), agreement);
    }

    /** What stands for this person, in hexadecimal. */
    public String pseudonym(Insz person) {
        return pseudonyms().hexAtRest(person.value());
    }
}
