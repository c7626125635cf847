package be.zeef.payment.release;

/**
 * A release that is written down, as anybody may see it.
 *
 * @param person who is said to have released it
 * @param certificate SHA-256 of theirs, in hexadecimal
 * @param at when, by our clock
 * @param fault why it does not hold; empty when it does
 */
public record ShownRelease(String person, String certificate, String at, String fault) {

    public boolean holds() {
        return fault.isEmpty();
    }
}
