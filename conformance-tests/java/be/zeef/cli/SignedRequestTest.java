package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.conformance.OfficialSchemas;
import be.zeef.conformance.SampleServer;
import be.zeef.endtoend.city.TestCity;
import be.zeef.security.reading.Xml;
import be.zeef.settings.Settings;
import be.zeef.source.PersonQuestion;
import be.zeef.source.magda.MagdaQuestions;
import be.zeef.subject.Insz;
import be.zeef.subject.Today;
import be.zeef.testing.Believing;
import be.zeef.testing.CallsSeen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What we sign is verified by an implementation that shares no line with ours: xmlsec1 of Debian. */
class SignedRequestTest {

    private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "magda,rsa-sha1,X509PKIPathv1",
        "magda,rsa-sha256,X509PKIPathv1",
        "magda-x509v3,rsa-sha1,X509v3",
        "magda-x509v3,rsa-sha256,X509v3",
        "ksz-x509,rsa-sha256,X509v3"
    })
    void isVerifiedByXmlsec_andRefusedWhenOneCharacterIsChanged(String profile, String algorithm, String token)
            throws Exception {
        assumeTrue(installed(), "skipped: xmlsec1 is not on this machine");
        String request = request(profile, algorithm);
        Document document = Xml.documents()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)));
        Element binary = (Element)
                document.getElementsByTagNameNS("*", "BinarySecurityToken").item(0);
        assertThat(binary.getAttribute("ValueType")).endsWith("#" + token);
        Element method = (Element)
                document.getElementsByTagNameNS("*", "SignatureMethod").item(0);
        assertThat(method.getAttribute("Algorithm")).endsWith("#" + algorithm);
        Path key = pem(certificate(binary));

        assertThat(verifies(request, key)).isTrue();
        assertThat(verifies(request.replace("<Taal>nl</Taal>", "<Taal>fr</Taal>"), key))
                .isFalse();
    }

    @Test
    void coversTokenAndTimestampToo_whenTheProfileSaysSo() throws Exception {
        assumeTrue(installed(), "skipped: xmlsec1 is not on this machine");
        String request = request("ksz-x509", "");
        Document document = Xml.documents()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)));
        Element binary = (Element)
                document.getElementsByTagNameNS("*", "BinarySecurityToken").item(0);
        Path key = pem(certificate(binary));
        Instant created = Instant.parse(text(document, "Created"));
        Instant expires = Instant.parse(text(document, "Expires"));

        assertThat(Duration.between(created, expires)).isEqualTo(Duration.ofSeconds(300));
        assertThat(document.getElementsByTagNameNS("*", "Reference").getLength())
                .isEqualTo(4); // and the token's own
        assertThat(verifies(request, key)).isTrue();
        String later = created.plusSeconds(1).toString();
        assertThat(verifies(request.replace(text(document, "Created"), later), key))
                .isFalse();
        String token = binary.getTextContent();
        String other = token.substring(0, 40) + (token.charAt(40) == 'A' ? 'B' : 'A') + token.substring(41);
        assertThat(verifies(request.replace(token, other), key)).isFalse();
    }

    private static String text(Document document, String name) {
        return document.getElementsByTagNameNS("*", name).item(0).getTextContent();
    }

    private String request(String profile, String algorithm) throws IOException {
        OfficialSchemas.present();
        try (TestCity city = new TestCity(folder, 20);
                SampleServer server = new SampleServer(OfficialSchemas.CONTRACTS.resolve("magda/samples"))) {
            server.answerWith("Persoon/GeefPersoon/02.02.0000/04651999966.xml");
            Settings settings = city.settings(Map.of(
                    "endpoints", Map.of("default", server.url()),
                    "signing", profile,
                    "signatureAlgorithm", algorithm));
            try (Gateway gateway = new Gateway(settings, Today.wallClock())) {
                new MagdaQuestions(Inside.magda(gateway), settings, "test", new Believing())
                        .ask(
                                new PersonQuestion(
                                        "GeefPersoon-02.02",
                                        Insz.ofChecked(4_651_999_966L),
                                        LocalDate.of(2026, 7, 16),
                                        Map.of(),
                                        Set.of("gemeente"),
                                        false,
                                        Duration.ofSeconds(20)),
                                new CallsSeen());
            }
            return new String(server.lastRequest(), StandardCharsets.UTF_8);
        }
    }

    /** The signer's own certificate: the token itself, or the last of the path it carries. */
    private static Certificate certificate(Element token) throws CertificateException {
        byte[] bytes = Base64.getMimeDecoder().decode(token.getTextContent().strip());
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        return token.getAttribute("ValueType").endsWith("#X509PKIPathv1")
                ? factory.generateCertPath(new ByteArrayInputStream(bytes), "PkiPath")
                        .getCertificates()
                        .get(0)
                : factory.generateCertificate(new ByteArrayInputStream(bytes));
    }

    private Path pem(Certificate certificate) throws IOException, CertificateException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return Files.writeString(
                folder.resolve("signer.pem"), "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    }

    private boolean verifies(String request, Path signer) throws IOException, InterruptedException {
        Path message = Files.writeString(folder.resolve("request.xml"), request);
        return new ProcessBuilder(
                                "xmlsec1",
                                "--verify",
                                "--id-attr:Id",
                                "http://schemas.xmlsoap.org/soap/envelope/:Body",
                                "--id-attr:Id",
                                WSS + "utility-1.0.xsd:Timestamp",
                                "--id-attr:Id",
                                WSS + "secext-1.0.xsd:BinarySecurityToken",
                                "--pubkey-cert-pem",
                                signer.toString(),
                                message.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("xmlsec.log").toFile())
                        .start()
                        .waitFor()
                == 0;
    }

    private static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder("xmlsec1", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
