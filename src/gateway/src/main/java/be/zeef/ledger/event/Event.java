package be.zeef.ledger.event;

import java.util.Optional;

/**
 * What the ledger keeps an entry of. The components of a record are the fields of the entry's body, under the same names; days,
 * months and instants stand there as ISO 8601 writes them. None of them is a person's number, a name or a fact: people are
 * pseudonyms, 64 hexadecimal digits under the agreement's key, and digests are SHA-256 in hexadecimal.
 *
 * <p>A name or the order of a list that changes here is another body, and whoever reads old ledgers must know both.
 */
public sealed interface Event permits Note, Intent, DeedOutcome {

    /**
     * The pseudonym of the one person who is asked about, granted something or delivered to with it: it is not written, and so not done, of
     * somebody who objected. Empty where it is about nobody or many, or only tells what was done, asked of us or put right.
     */
    default Optional<String> goesOnAbout() {
        return Optional.empty();
    }
}
