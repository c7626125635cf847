package be.zeef.ledger.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
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

    /**
     * A message and its answer, or a file, as bytes: what each partner can show that it sent or got. A digest is SHA-256 in hexadecimal of what
     * cannot be guessed, since it is signed or enciphered; of all else it is one under the agreement's key, and begins with {@code keyed:}
     * ({@code be.zeef.wire.WireKey}). There is none of what a database answers: it comes as values and not as a message, and of a yes or a no
     * a digest says which.
     *
     * @param request digest of what was sent, as it was sent; empty when nothing was, or a question that has no body
     * @param answer digest of what came, as it came, whether it was believed or not; empty when nothing did
     * @param received how many bytes came
     * @param signer fingerprint of the certificate whose signature on the answer was verified; empty when there was none to verify
     */
    @JsonInclude(Include.NON_EMPTY)
    record Wire(String request, String answer, long received, String signer) {}
}
