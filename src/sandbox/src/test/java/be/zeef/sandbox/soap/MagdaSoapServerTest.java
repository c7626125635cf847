package be.zeef.sandbox.soap;

import static be.zeef.sandbox.soap.TestClient.CAPACITY;
import static be.zeef.sandbox.soap.TestClient.PERSON;
import static be.zeef.sandbox.soap.TestClient.URI_OF_SENDER;
import static be.zeef.sandbox.soap.TestClient.deregister;
import static be.zeef.sandbox.soap.TestClient.envelope;
import static be.zeef.sandbox.soap.TestClient.parse;
import static be.zeef.sandbox.soap.TestClient.question;
import static be.zeef.sandbox.soap.TestClient.register;
import static be.zeef.sandbox.soap.TestClient.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.zeef.sandbox.Repertory;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.soap.TestClient.Signing;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import javax.xml.transform.dom.DOMSource;
import org.apache.wss4j.dom.WSConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class MagdaSoapServerTest {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final int PER_SECOND = 6;

    @TempDir
    static Path keyFolder;

    private static Keys gateway;
    private static SandboxKeys keys;

    @TempDir
    Path folder;

    private Repertory repertory;
    private MagdaSoapServer server;
    private TestClient client;

    @BeforeAll
    static void makeKeys() {
        gateway = Keys.in(keyFolder.resolve("gateway"));
        keys = SandboxKeys.in(keyFolder.resolve("sandbox"), gateway);
    }

    @BeforeEach
    void start() throws Exception {
        repertory = new Repertory(folder.resolve("repertory.log"));
        server = MagdaSoapServer.start(
                0,
                keys,
                insz -> insz == PERSON,
                repertory,
                () -> {
                    throw new AssertionError("no question about a person comes here");
                },
                Set.of(new Settings.Sender(URI_OF_SENDER, CAPACITY)),
                PER_SECOND);
        client = new TestClient(gateway, keys, server.url(), true);
    }

    @AfterEach
    void stop() {
        server.close();
        repertory.close();
    }

    @ParameterizedTest
    @CsvSource({"true,false", "true,true", "false,false", "false,true"})
    void shouldInscribe_whenSignedInAnyDialect(boolean pkiPath, boolean sha256) throws Exception {
        String message = text(client.signed(register(), new Signing(pkiPath, sha256, Keys.MAGDA)));

        HttpResponse<String> answer = client.sendRaw(message);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<SOAP-ENV:Header/>", "<p:RegistreerInschrijvingResponse", ">1</Resultaat>");
        assertThat(repertory.contains(URI_OF_SENDER, PERSON)).isTrue();
    }

    @Test
    void shouldEchoTheReferteInBothPlaces_whenAnswering() throws Exception {
        String answer = client.send(envelope("RegistreerInschrijving", "a&amp;b&lt;c", URI_OF_SENDER, CAPACITY, PERSON))
                .body();

        Element root = parse(answer).getDocumentElement();
        var refertes = root.getElementsByTagName("Referte");
        assertThat(refertes.item(0).getTextContent()).isNotEqualTo("a&b<c");
        assertThat(refertes.item(1).getTextContent()).isEqualTo("a&b<c");
        assertThat(refertes.item(2).getTextContent()).isEqualTo("a&b<c");
    }

    @Test
    void shouldWarn_whenInscribedAlready() throws Exception {
        client.send(register());

        assertThat(client.send(register()).body()).contains(">40143<", "WAARSCHUWING", ">1</Resultaat>");
    }

    @Test
    void shouldDeregisterOnce_whenAskedTwice() throws Exception {
        client.send(register());

        assertThat(client.send(deregister()).body()).contains(">1</Resultaat>");
        assertThat(repertory.contains(URI_OF_SENDER, PERSON)).isFalse();
        assertThat(client.send(deregister()).body()).contains(">40003<", ">0</Resultaat>");
    }

    @Test
    void shouldRefuse_whenPersonIsUnknown() throws Exception {
        assertThat(client.send(envelope("RegistreerInschrijving", "r", URI_OF_SENDER, CAPACITY, PERSON - 100 + 1))
                        .body())
                .contains(">30003<", "FOUT", ">0</Resultaat>");
    }

    @Test
    void shouldRefuseAtLevel2_whenSenderHasNoPermission() throws Exception {
        assertThat(client.send(envelope("RegistreerInschrijving", "r", "other.be/ipdc1", CAPACITY, PERSON))
                        .body())
                .contains(">13001<")
                .doesNotContain("<Antwoorden>");
    }

    @Test
    void shouldRefuse_whenQuestionIsForAnotherSender() throws Exception {
        String other = register().replace("<Inschrijving><Identificatie>gent", "<Inschrijving><Identificatie>aalst");

        assertThat(client.send(other).body()).contains(">20005<", ">0</Resultaat>");
    }

    @Test
    void shouldRefuseConnection_whenClientHasNoCertificate() throws Exception {
        TestClient stranger = new TestClient(gateway, keys, server.url(), false);

        assertThatThrownBy(() -> stranger.send(register())).isInstanceOf(IOException.class);
    }

    @Test
    void shouldFault_whenThereIsNoSignature() throws Exception {
        HttpResponse<String> answer = client.sendRaw(register());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Fault>", "ERR_025: Verification failure: No signature in message!");
        assertThat(server.faults()).isEqualTo(1);
    }

    @Test
    void shouldFault_whenBodyWasChanged() throws Exception {
        String changed = text(client.signed(register(), Signing.USUAL)).replace("2026-01-01", "2025-01-01");

        assertThat(refused(changed)).contains("ERR_028");
    }

    @Test
    void shouldFault_whenSignerIsNotTheTlsClient() throws Exception {
        assertThat(refused(text(client.signed(register(), new Signing(true, false, Keys.DELIVERY)))))
                .contains("ERR_026");
    }

    /** Wrapping: the signed Body is moved into the header, and an unsigned one stands in its place. */
    @Test
    void shouldFault_whenSignedBodyIsNotTheOneRead() throws Exception {
        Document message = client.signed(register(), Signing.USUAL);
        Node body = message.getElementsByTagNameNS(SOAP, "Body").item(0);
        Node wrapper = message.createElement("wrapper");
        Node unsigned = body.cloneNode(true);
        ((Element) unsigned)
                .removeAttributeNS(
                        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd", "Id");
        body.getParentNode().replaceChild(unsigned, body);
        message.getElementsByTagNameNS(SOAP, "Header").item(0).appendChild(wrapper);
        wrapper.appendChild(body);

        assertThat(refused(text(message))).contains("ERR_027");
    }

    @Test
    void shouldFault_whenThereAreTwoBodies() throws Exception {
        Document message = client.signed(register(), Signing.USUAL);
        Node second = parse(register()).getElementsByTagNameNS(SOAP, "Body").item(0);
        message.getDocumentElement().appendChild(message.importNode(second, true));

        assertThat(refused(text(message))).contains("10001");
    }

    @Test
    void shouldFault_whenAlgorithmIsNotOneOfTheTwo() throws Exception {
        Document message = client.signed(register(), Keys.MAGDA, true, WSConstants.RSA_SHA512, WSConstants.SHA512);

        assertThat(refused(text(message))).contains("ERR_028");
    }

    private String refused(String message) throws Exception {
        HttpResponse<String> answer = client.sendRaw(message);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Fault>");
        assertThat(repertory.size(URI_OF_SENDER)).isZero();
        return answer.body();
    }

    @Test
    void shouldFault_whenMessageIsAgainstTheSchema() throws Exception {
        String without = register().replace("<Periode><Begin>2026-01-01</Begin></Periode>", "");

        assertThat(refused(text(client.signed(without, Signing.USUAL)))).contains("10001");
    }

    @Test
    void shouldFault_whenMessageHasADocumentType() throws Exception {
        String signed = text(client.signed(register(), Signing.USUAL));

        String withType =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + signed.replaceFirst("<\\?.*?>", "");

        assertThat(refused(withType)).contains("10001");
    }

    @Test
    void shouldBlameTheSource_whenNamespaceIsReset() throws Exception {
        String reset = question("RegistreerInschrijving", "r", URI_OF_SENDER, CAPACITY, PERSON)
                .replace("w:RegistreerInschrijving", "RegistreerInschrijving")
                .replace("xmlns:w=", "xmlns=")
                .replace("<Verzoek>", "<Verzoek xmlns=\"\">");

        assertThat(client.send(envelope(reset)).body()).contains(">99994<").doesNotContain("<Antwoorden>");
    }

    @Test
    void shouldFault_whenReferteWasUsedBefore() throws Exception {
        String once = envelope("RegistreerInschrijving", "r", URI_OF_SENDER, CAPACITY, PERSON);
        client.send(once);

        assertThat(client.send(once).body()).contains("Fault>", "Referte was used before");
    }

    @Test
    void shouldThrottle_whenMoreThanTheRateComeInASecond() throws Exception {
        long start = System.nanoTime();
        long throttled = 0;
        for (int i = 0; i < 3 * PER_SECOND; i++) {
            HttpResponse<String> answer = client.send(register());
            throttled += answer.body().contains("99995 - ") && answer.statusCode() == 200 ? 1 : 0;
        }
        assumeTrue(System.nanoTime() - start < Duration.ofSeconds(2).toNanos(), "the machine was too slow to tell");

        assertThat(throttled).isBetween((long) PER_SECOND, 2L * PER_SECOND);
        assertThat(server.calls()).isEqualTo(3L * PER_SECOND);
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLE, 99995 - Te veel, false",
        "THROTTLE_LEVEL_2, <Identificatie>99995<, false",
        "SOURCE_BUSY, <Identificatie>99996<, false",
        "UNKNOWN_PERSON, <Identificatie>30003<, false",
        "REPLACED_INSZ, <Identificatie>30004<, false",
        "ANOTHER_ANSWER, <Antwoord><Referte>another-question<, true",
        "FAULT_500, 99997 - , false",
        "NOT_XML, <br>, false",
        "RESULT_ZERO, >0</Resultaat></Inhoud></Antwoord>, false",
        "UNKNOWN_CODE, <Identificatie>81234<, false"
    })
    void shouldMisbehaveOnce_whenTold(SoapMisbehaviour kind, String sign, boolean done) throws Exception {
        server.misbehave(kind, 1);

        HttpResponse<String> answer = client.send(register());

        assertThat(answer.statusCode()).isEqualTo(kind == SoapMisbehaviour.FAULT_500 ? 500 : 200);
        assertThat(answer.body()).contains(sign);
        assertThat(repertory.contains(URI_OF_SENDER, PERSON)).isEqualTo(done);
        assertThat(client.send(register()).body()).contains(">1</Resultaat>");
    }

    @Test
    void shouldTellOldAndNewNumber_whenReplaced() throws Exception {
        server.misbehave(SoapMisbehaviour.REPLACED_INSZ, 1);

        Element root = parse(client.send(register()).body()).getDocumentElement();

        var values = root.getElementsByTagName("Waarde");
        assertThat(values.item(0).getTextContent()).isEqualTo("%011d".formatted(PERSON));
        long fresh = Long.parseLong(values.item(1).getTextContent());
        assertThat(fresh).isNotEqualTo(PERSON);
        assertThat(fresh % 100).isEqualTo(97 - fresh / 100 % 97);
    }

    @Test
    void shouldCloseInTheMiddleAfterTheEffect_whenToldToCutOff() throws Exception {
        server.misbehave(SoapMisbehaviour.CUT_OFF, 1);

        assertThatThrownBy(() -> client.send(register())).isInstanceOf(IOException.class);
        assertThat(repertory.contains(URI_OF_SENDER, PERSON)).isTrue();
    }

    @Test
    void shouldAnswerLate_whenToldToBeSlow() throws Exception {
        server.slowBy(Duration.ofMillis(400));
        server.misbehave(SoapMisbehaviour.SLOW, 1);
        long start = System.nanoTime();

        assertThat(client.send(register()).body()).contains(">1</Resultaat>");

        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(400).toNanos());
    }

    @Test
    void shouldBeValidAgainstTheOfficialSchemas_whateverIsAnswered() throws Exception {
        Path official = Path.of("../shared/contracts/magda/xsd");
        assumeTrue(Files.isDirectory(official), "the contracts are not on this machine");
        var inscription = OfficialSchema.of(official, "RegistreerInschrijving");
        var deregistration = OfficialSchema.of(official, "RegistreerUitschrijving");
        for (SoapMisbehaviour kind : new SoapMisbehaviour[] {
            SoapMisbehaviour.REPLACED_INSZ, SoapMisbehaviour.SOURCE_BUSY, SoapMisbehaviour.RESULT_ZERO
        }) {
            server.misbehave(kind, 1);
            inscription.newValidator().validate(answerTo(register()));
        }
        inscription.newValidator().validate(answerTo(register()));
        deregistration.newValidator().validate(answerTo(deregister()));
        deregistration.newValidator().validate(answerTo(deregister()));
    }

    private DOMSource answerTo(String message) throws Exception {
        Document answer = parse(client.send(message).body());
        return new DOMSource(answer.getElementsByTagNameNS(SOAP, "Body").item(0).getFirstChild());
    }
}
