package be.zeef.security;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * Writes a private key as SSH clients read it: PKCS #1 for RSA, OpenSSH's own form for every other. Java's PKCS #8
 * leaves out a curve key's public half, without which JSch takes it for no key.
 */
public final class SshKey {

    private SshKey() {}

    /**
     * The key as PEM, without a password: for memory, never for a file.
     *
     * @throws KeyException when the key is of another kind
     */
    public static byte[] pem(PrivateKey key) {
        String form = key instanceof RSAPrivateKey ? "RSA PRIVATE KEY" : "OPENSSH PRIVATE KEY";
        StringWriter text = new StringWriter();
        try (PemWriter pem = new PemWriter(text)) {
            AsymmetricKeyParameter parameters = PrivateKeyFactory.createKey(key.getEncoded());
            pem.writeObject(new PemObject(form, OpenSSHPrivateKeyUtil.encodePrivateKey(parameters)));
        } catch (IOException | IllegalArgumentException e) {
            throw new KeyException(
                    "A key of the kind " + key.getAlgorithm()
                            + " opens no SFTP session. Make one of RSA, of a curve (secp256r1) or Ed25519.",
                    e);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
