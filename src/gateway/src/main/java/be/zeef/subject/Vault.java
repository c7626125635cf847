package be.zeef.subject;

import be.zeef.security.KeyException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Keeps INSZ at rest: AES-256-GCM, a fresh nonce per value, bound to the agreement it was stored for (NIST SP 800-38D).
 * A sealed INSZ is 36 bytes: nonce (12), ciphertext (8), tag (16). Not thread-safe; make one per thread.
 */
public final class Vault {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int MOST_TEXT = 500;

    private final SecretKey key;
    private final byte[] agreement;
    private final SecureRandom random = new SecureRandom();
    private final Cipher cipher;

    public Vault(SecretKey key, String agreement) {
        this.key = key;
        this.agreement = agreement.getBytes(StandardCharsets.UTF_8);
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] seal(long insz) {
        return seal(ByteBuffer.allocate(Long.BYTES).putLong(insz).array());
    }

    /** Seals a text of at most 500 bytes, such as a recipient's own key of a person. */
    public byte[] seal(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        if (plain.length > MOST_TEXT) {
            throw new IllegalArgumentException("a text of more than " + MOST_TEXT + " bytes is not sealed");
        }
        return seal(plain);
    }

    private byte[] seal(byte[] plain) {
        try {
            byte[] sealed = new byte[NONCE + plain.length + TAG_BITS / 8];
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            System.arraycopy(nonce, 0, sealed, 0, NONCE);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(agreement);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new KeyException("The vault key cannot seal.", e);
        }
    }

    /**
     * @throws KeyException when the value was altered, sealed for another agreement, or under another key
     */
    public Insz open(byte[] sealed) {
        return Insz.ofChecked(ByteBuffer.wrap(plain(sealed)).getLong());
    }

    /**
     * @throws KeyException as {@link #open}
     */
    public String openText(byte[] sealed) {
        return new String(plain(sealed), StandardCharsets.UTF_8);
    }

    private byte[] plain(byte[] sealed) {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            cipher.updateAAD(agreement);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new KeyException(
                    "A vault value cannot be opened: data/keys/secrets.p12 is not the one it was sealed"
                            + " with. Put back the secrets.p12 that belongs to this database.",
                    e);
        }
    }
}
