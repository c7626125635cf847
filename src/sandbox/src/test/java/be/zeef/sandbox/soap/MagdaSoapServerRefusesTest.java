package be.zeef.sandbox.soap;

import static be.zeef.sandbox.soap.TestClient.CAPACITY;
import static be.zeef.sandbox.soap.TestClient.PERSON;
import static be.zeef.sandbox.soap.TestClient.URI_OF_SENDER;
import static be.zeef.sandbox.soap.TestClient.envelope;
import static be.zeef.sandbox.soap.TestClient.parse;
import static be.zeef.sandbox.soap.TestClient.question;
import static be.zeef.sandbox.soap.TestClient.register;
import static be.zeef.sandbox.soap.TestClient.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.sandbox.soap.TestClient.Signing;
import be.zeef.security.Keys;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.apache.wss4j.dom.WSConstants;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the sandbox' MAGDA answers with a fault: nobody is inscribed by a message that is not signed and shaped as it must be. */
class MagdaSoapServerRefusesTest extends MagdaSoapServerCase {

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
    void shouldBlameTheSource_whenNamespaceIsReset_andItIsAsStrictAsMagda() throws Exception {
        server.strict(true);

        assertThat(client.send(envelope(reset("r"))).body()).contains(">99994<").doesNotContain("<Antwoorden>");
    }

    @Test
    void shouldRefuseATimeWithoutMilliseconds_whenItIsAsStrictAsMagda() throws Exception {
        server.strict(true);
        String without = register().replace(":00.000<", ":00<");

        assertThat(refused(text(client.signed(without, Signing.USUAL)))).contains("10001");
    }

    @Test
    void shouldAnswerWhatItsSchemasAllow_whenItIsNotStrict() throws Exception {
        String optional = register()
                .replace(":00.000<", "<")
                .replace(
                        "</Hoedanigheid></Afzender>",
                        "</Hoedanigheid><Gebruiker>85651200136</Gebruiker></Afzender><Ontvanger><Identificatie>magda"
                                + "</Identificatie></Ontvanger>");

        assertThat(client.send(envelope(reset("r"))).body()).contains("<Antwoorden>");
        assertThat(client.send(optional).body()).contains("<Antwoorden>");
        assertThat(server.faults()).isZero();
    }

    /** As the client of Digitaal Vlaanderen writes it. */
    private static String reset(String referte) {
        return question("RegistreerInschrijving", referte, URI_OF_SENDER, CAPACITY, PERSON)
                .replace("w:RegistreerInschrijving", "RegistreerInschrijving")
                .replace("xmlns:w=", "xmlns=")
                .replace("<Verzoek>", "<Verzoek xmlns=\"\">");
    }

    @Test
    void shouldFault_whenReferteWasUsedBefore() throws Exception {
        String once = envelope("RegistreerInschrijving", "r", URI_OF_SENDER, CAPACITY, PERSON);
        client.send(once);

        assertThat(client.send(once).body()).contains("Fault>", "Referte was used before");
    }
}
