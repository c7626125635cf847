package be.zeef.sandbox.soap;

import static be.zeef.sandbox.soap.TestClient.CAPACITY;
import static be.zeef.sandbox.soap.TestClient.PERSON;
import static be.zeef.sandbox.soap.TestClient.URI_OF_SENDER;
import static be.zeef.sandbox.soap.TestClient.deregister;
import static be.zeef.sandbox.soap.TestClient.envelope;
import static be.zeef.sandbox.soap.TestClient.parse;
import static be.zeef.sandbox.soap.TestClient.register;
import static be.zeef.sandbox.soap.TestClient.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.zeef.sandbox.soap.TestClient.Signing;
import be.zeef.security.Keys;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.xml.transform.dom.DOMSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** MAGDA as the sandbox plays it: whom it inscribes, what it answers, how fast it may be asked, and how it misbehaves when told. */
class MagdaSoapServerTest extends MagdaSoapServerCase {

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
