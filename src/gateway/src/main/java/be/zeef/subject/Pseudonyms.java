package be.zeef.subject;

import be.zeef.security.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * What stands for people outside memory: HMAC-SHA-256 under the agreement's own key, so that the same person has
 * unrelated pseudonyms under two agreements. A plain or salted hash would not do: all INSZ can be enumerated.
 *
 * <p>Not thread-safe; make one per thread.
 */
public final class Pseudonyms {

    private final Mac mac;
    private final byte[] atRest;
    private final byte[] inTransit;

    /**
     * @param agreement its id, mixed in so that even equal keys give unrelated pseudonyms
     * @param benefit likewise for what leaves
     */
    private Pseudonyms(SecretKey key, String agreement, String benefit) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        atRest = (agreement + "\u001frest\u001f").getBytes(StandardCharsets.UTF_8);
        inTransit = (benefit + "\u001fline\u001f").getBytes(StandardCharsets.UTF_8);
    }

    /** Those under this agreement: nobody else derives one. What stands in tables is one for all of its benefits. */
    static Pseudonyms of(Keys keys, String agreement, String benefit) {
        return new Pseudonyms(keys.pseudonym(agreement), agreement, benefit);
    }

    /** Likewise where it grants but one thing. */
    public static Pseudonyms of(Keys keys, String agreement) {
        return of(keys, agreement, agreement);
    }

    /** The 32 bytes that stand for this person in our tables. */
    public byte[] atRest(long insz) {
        mac.update(atRest);
        return mac.doFinal(bytes(insz));
    }

    /** The same in hexadecimal. */
    public String hexAtRest(long insz) {
        return HexFormat.of().formatHex(atRest(insz));
    }

    /**
     * What stands for a person where a recipient knows the person by another key of its own, too.
     *
     * @param person what stands for the person
     */
    public String hexAtRest(String person, String key) {
        mac.update(atRest);
        mac.update(HexFormat.of().parseHex(person));
        return HexFormat.of().formatHex(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
    }

    /** The id of this household's line in a year's deliveries: unlike what stands in our tables, the same each time. */
    public String line(long insz, int year) {
        mac.update(inTransit);
        mac.update(bytes(year));
        return HexFormat.of().formatHex(mac.doFinal(bytes(insz)));
    }

    /** The same where a year's grant can be replaced by one of another value: each value's line has an id of its own. */
    public String line(long insz, int year, String value) {
        mac.update(inTransit);
        mac.update(bytes(year));
        mac.update(bytes(insz));
        return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
