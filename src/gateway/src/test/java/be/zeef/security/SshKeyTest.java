package be.zeef.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Signature;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A private key is handed to the SSH client in a form that it can sign with, whatever kind a partner wants. */
class SshKeyTest {

    private static final byte[] SAID = "who opens this session".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({"RSA, ", "EC, secp256r1", "EC, secp384r1", "EC, secp521r1", "Ed25519, "})
    void isReadAndSignsAsTheOneItIs(String algorithm, String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (curve != null) {
            generator.initialize(new ECGenParameterSpec(curve));
        }
        KeyPair read =
                KeyPair.load(new JSch(), SshKey.pem(generator.generateKeyPair().getPrivate()), null);

        byte[] signed = read.getSignature(SAID);
        Signature check = read.getVerifier();
        check.update(SAID);

        assertThat(check.verify(signed)).isTrue();
    }

    @Test
    void saysWhichKindsOpenASession_whenItIsAnother() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("X25519");

        assertThatThrownBy(() -> SshKey.pem(generator.generateKeyPair().getPrivate()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("Make one of RSA");
    }
}
