package be.zeef.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.zeef.recipient.Openssl;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a partner's openssl makes, as the texts of the findings tell a partner to call it. */
class CmsByOpensslTest {

    @TempDir
    static Path folder;

    private static CmsParty party;

    @BeforeAll
    static void keys() throws Exception {
        assumeTrue(Openssl.installed(), "openssl is not on this machine");
        party = CmsParty.rsa(2048);
        pem("party.pem", "CERTIFICATE", party.certificate().getEncoded());
        pem("party.key", "PRIVATE KEY", party.pair().getPrivate().getEncoded());
        Files.writeString(folder.resolve("in"), "a;b;c");
    }

    private static void pem(String file, String kind, byte[] der) throws Exception {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(
                folder.resolve(file), "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private static byte[] made(String arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl", "cms", "-binary", "-in", "in", "-outform", "DER"));
        command.addAll(List.of("-out", "made"));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(new String(process.getInputStream().readAllBytes(), UTF_8))
                .isZero();
        return Files.readAllBytes(folder.resolve("made"));
    }

    @ParameterizedTest
    @CsvSource({
        "-nodetach,",
        "-nodetach -stream,",
        "-nodetach -md sha512,",
        "-nodetach -md sha1, ALGORITHM",
        "-nodetach -noattr, ATTRIBUTES",
        "-nodetach -keyopt rsa_padding_mode:pss, ALGORITHM",
        "-nodetach -econtent_type pkcs7-envelopedData, CONTENT_TYPE",
        "-md sha256, DETACHED"
    })
    void isReadOrRefused_whenSigned(String how, CmsFault fault) throws Exception {
        byte[] message = made("-sign -signer party.pem -inkey party.key " + how);
        ByteArrayOutputStream content = new ByteArrayOutputStream();

        if (fault == null) {
            Cms.verified(message, party.certificate(), Clock.systemUTC(), in -> in.transferTo(content));
            assertThat(content).hasToString("a;b;c");
        } else {
            assertThatThrownBy(() ->
                            Cms.verified(message, party.certificate(), Clock.systemUTC(), in -> in.transferTo(content)))
                    .isInstanceOfSatisfying(SignatureRefusedException.class, e -> assertThat(e.fault())
                            .isEqualTo(fault));
            assertThat(content.size()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-aes-256-gcm, -keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256 -keyopt rsa_mgf1_md:sha256,",
        "-aes-256-gcm, -keyopt rsa_padding_mode:oaep, KEY_TRANSPORT",
        "-aes-256-gcm, -keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256 -keyopt rsa_mgf1_md:sha1, KEY_TRANSPORT",
        "-aes-256-gcm, -keyopt rsa_padding_mode:pkcs1, KEY_TRANSPORT",
        "-aes-256-cbc, -keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256 -keyopt rsa_mgf1_md:sha256, CIPHER"
    })
    void isOpenedOrRefused_whenEncrypted(String cipher, String how, CmsFault fault) throws Exception {
        byte[] message = made("-encrypt " + cipher + " -recip party.pem " + how);

        if (fault == null) {
            assertThat(Cms.decrypted(message, party.entry())).asString(UTF_8).isEqualTo("a;b;c");
        } else {
            assertThatThrownBy(() -> Cms.decrypted(message, party.entry()))
                    .isInstanceOfSatisfying(DecryptionRefusedException.class, e -> assertThat(e.fault())
                            .isEqualTo(fault));
        }
    }

    @Test
    void isRefused_whenItIsCompressedOrOnlyDigested() throws Exception {
        for (String how : List.of("-digest_create", "-data_create")) {
            byte[] message = made(how);
            assertThatThrownBy(() -> Cms.verified(message, party.certificate(), Clock.systemUTC(), in -> {
                        throw new AssertionError("content was shown");
                    }))
                    .isInstanceOf(SignatureRefusedException.class);
        }
    }
}
