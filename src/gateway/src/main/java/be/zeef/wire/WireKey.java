package be.zeef.wire;

import be.zeef.security.Keys;
import be.zeef.subject.PeopleAtRest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * Makes digests of messages that could be guessed. Who holds the ledger knows when a question was asked and under which reference; of a
 * small message that is neither signed nor enciphered only the person is left to guess, and there are few enough of those to try each. So its
 * digest is HMAC-SHA-256 under the agreement's key, which protects the pseudonym beside it in the same way: who holds the message and
 * that key can compare, and nobody else learns anything. Thread-safe.
 */
public final class WireKey {

    /** What stands before such a digest, so that nobody takes it for SHA-256 of the message. */
    public static final String KEYED = "keyed:";

    private final Keys keys;
    private final String agreement;

    public WireKey(PeopleAtRest people) {
        this.keys = people.keys();
        this.agreement = people.agreement();
    }

    /** @param digest SHA-256 of the message */
    String of(byte[] digest) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.pseudonym(agreement));
            mac.update((agreement + "\u001fwire\u001f").getBytes(StandardCharsets.UTF_8));
            return KEYED + HexFormat.of().formatHex(mac.doFinal(digest));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
