package be.zeef.payment.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.payment.PaymentRefusedException;
import be.zeef.security.Someone;
import be.zeef.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People and their certificates, as the settings pin them. */
class SettingsReleasersTest {

    @TempDir
    Path data;

    private List<Releaser> pinned(Map<String, ?> over) {
        Map<String, Object> settings = new HashMap<>(Map.of("data", data.toString()));
        settings.putAll(over);
        return new SettingsReleasers(SettingsFile.read(Path.of("no-such-zeef.yaml"), settings)).pinned();
    }

    private Map<String, ?> naming(String person, Path certificate) {
        return Map.of(
                "payment",
                Map.of("releasers", List.of(Map.of("person", person, "certificate", certificate.toString()))));
    }

    private Path pem(Someone... certificates) throws IOException, CertificateEncodingException {
        StringBuilder pem = new StringBuilder();
        for (Someone someone : certificates) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder()
                            .encodeToString(someone.certificate().getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return Files.writeString(data.resolve("some.pem"), pem);
    }

    @Test
    void readsEveryCertificateOfAPerson() throws Exception {
        assertThat(pinned(naming("an", pem(Someone.AN, Someone.BERT))))
                .containsExactly(
                        new Releaser("an", Someone.AN.certificate()), new Releaser("an", Someone.BERT.certificate()));
    }

    @Test
    void namesNobodyBesideThoseThatAreNamed() throws Exception {
        assertThat(pinned(naming("dirk", pem(Someone.AN))))
                .as("the sandbox' people are gone")
                .extracting(Releaser::person)
                .containsExactly("dirk");
    }

    @Test
    void refusesAFileWithoutACertificate_andANameThatIsNone() throws Exception {
        assertThatThrownBy(() -> pinned(naming("an", data.resolve("none.pem"))))
                .isInstanceOf(PaymentRefusedException.class)
                .hasMessageContaining("no certificate of an");
        Path empty = Files.writeString(data.resolve("empty.pem"), "");
        assertThatThrownBy(() -> pinned(naming("an", empty))).hasMessageContaining("no certificate of an");
        assertThatThrownBy(() -> pinned(naming("An Peeters", pem(Someone.AN)))).hasMessageContaining("lower-case");
    }
}
