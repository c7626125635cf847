package be.zeef.subject;

import be.zeef.security.Keys;

/**
 * How people stand in our tables under one agreement: under a pseudonym, and where they must be known again, sealed. It gives
 * each thread its own means; it is thread-safe itself.
 *
 * @param benefit under what the agreement's grants stand, and what its lines are told apart by: two recipients of one agreement
 *     learn of a person under unrelated ids
 */
public record PeopleAtRest(Keys keys, String agreement, String benefit) {

    /** Where only the agreement matters, or it grants but one thing. */
    public PeopleAtRest(Keys keys, String agreement) {
        this(keys, agreement, agreement);
    }

    /** Pseudonyms for one thread. */
    public Pseudonyms pseudonyms() {
        return Pseudonyms.of(keys, agreement, benefit);
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
