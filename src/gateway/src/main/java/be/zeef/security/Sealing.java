package be.zeef.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Keeps content at rest: AES-256-GCM, a fresh nonce each time, bound to its place so that it opens nowhere else
 * (NIST SP 800-38D). Sealed content is the nonce (12 bytes), the ciphertext and the tag (16 bytes). Thread-safe.
 */
public final class Sealing {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final String agreement;
    private final SecureRandom random = new SecureRandom();

    public Sealing(SecretKey key, String agreement) {
        this.key = key;
        this.agreement = agreement;
    }

    /** @param place where it is kept, such as the name of its file; the same is needed to open it */
    public byte[] seal(String place, byte[] content) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
            byte[] sealed = new byte[NONCE + cipher.getOutputSize(content.length)];
            System.arraycopy(nonce, 0, sealed, 0, NONCE);
            cipher.doFinal(content, 0, content.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new KeyException("The vault key cannot seal.", e);
        }
    }

    /** @throws KeyException when it was altered, sealed for another place or agreement, or under another key */
    public byte[] open(String place, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, sealed, place).doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeyException(
                    "Sealed content cannot be opened: it was altered, or data/keys/secrets.p12 is not the one it was sealed"
                            + " with. Put back the secrets.p12 that belongs to this database.",
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
        cipher.updateAAD((agreement + "\u001f" + place).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
