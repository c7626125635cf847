package be.zeef.payment;

import be.zeef.security.Keys;
import be.zeef.subject.Insz;
import be.zeef.subject.Pseudonyms;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * What stands for children, beneficiaries, accounts, allowances, claims and payments outside memory: HMAC-SHA-256 under the agreement's key.
 * People have the same pseudonym as everywhere under this agreement. Not thread-safe.
 */
public final class References {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    /** 130 bits: no two payments ever share one by chance. */
    private static final int CHARACTERS = 26;

    private final Pseudonyms pseudonyms;
    private final Mac mac;
    private final String agreement;

    References(Keys keys, String agreement) {
        this.agreement = agreement;
        pseudonyms = Pseudonyms.of(keys, agreement);
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.pseudonym(agreement));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String person(Insz person) {
        return pseudonyms.hexAtRest(person.value());
    }

    public String allowance(String id) {
        return HexFormat.of().formatHex(hmac("allowance", id));
    }

    /** Of a claim, by the clerk's reference of it. */
    public String claim(String reference) {
        return HexFormat.of().formatHex(hmac("claim", reference));
    }

    /** Of an association, by its key in the register. */
    public String association(String key) {
        return HexFormat.of().formatHex(hmac("association", key));
    }

    /** Empty for no account. */
    public String account(String iban) {
        return iban.isEmpty() ? "" : HexFormat.of().formatHex(hmac("account", iban));
    }

    /** The same each time this attempt to pay this share is composed: EndToEndId. */
    public String payment(String child, int share, int attempt) {
        BigInteger bits = new BigInteger(1, hmac("payment", child + "-" + share + "-" + attempt));
        StringBuilder text = new StringBuilder("GP");
        for (int i = 0; i < CHARACTERS; i++) {
            text.append(LETTERS.charAt(bits.intValue() & 31));
            bits = bits.shiftRight(5);
        }
        return text.toString();
    }

    /** Ten digits for the structured communication of this payment. */
    public long communication(String payment) {
        return new BigInteger(1, hmac("communication", payment))
                .mod(BigInteger.valueOf(10_000_000_000L))
                .longValueExact();
    }

    private byte[] hmac(String what, String of) {
        mac.update((agreement + "\u001f" + what + "\u001f").getBytes(StandardCharsets.UTF_8));
        return mac.doFinal(of.getBytes(StandardCharsets.UTF_8));
    }
}
