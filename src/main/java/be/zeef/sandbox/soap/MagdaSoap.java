package be.zeef.sandbox.soap;

import be.zeef.sandbox.Repertory;
import be.zeef.security.Xml;
import be.zeef.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** From one request's bytes to one answer's text, as MAGDA would: fault, level 2, level 3 or result. */
final class MagdaSoap {

    private static final Set<String> SERVICES = Set.of("RegistreerInschrijving", "RegistreerUitschrijving");

    private final SignatureCheck signatures;
    private final LongPredicate known;
    private final Repertory repertory;
    private final Settings.Sender sender;
    private final Pace pace;
    private final Map<String, Schema> schemas;
    private final Set<String> seen = new HashSet<>();

    MagdaSoap(KeyStore issuers, LongPredicate known, Repertory repertory, Settings.Sender sender, int perSecond) {
        this.signatures = new SignatureCheck(issuers);
        this.known = known;
        this.repertory = repertory;
        this.sender = sender;
        this.pace = new Pace(perSecond);
        this.schemas = Map.of(
                "RegistreerInschrijving", schema("RegistreerInschrijving"),
                "RegistreerUitschrijving", schema("RegistreerUitschrijving"));
    }

    private static Schema schema(String service) {
        try (InputStream in = MagdaSoap.class.getResourceAsStream(service + "-02.00.xsd")) {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new StreamSource(in));
        } catch (IOException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    String answer(byte[] request, Certificate client, SoapTrouble trouble) {
        Document message;
        try {
            message = Xml.documents().newDocumentBuilder().parse(new ByteArrayInputStream(request));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return Answers.fault("Client", "10001 - Fout formaat in de vraag (XML validatie)", "");
        }
        Element body = body(message);
        if (body == null) {
            return Answers.fault("Client", "10001 - Fout formaat in de vraag (XML validatie)", "");
        }
        String refusal = signatures.refusal(message, body, client);
        if (!refusal.isEmpty()) {
            return Answers.fault("Client", refusal, "");
        }
        Element root = firstElement(body);
        if (!valid(root)) {
            return Answers.fault("Client", "10001 - Fout formaat in de vraag (XSD validatie)", "");
        }
        return read(root, Asked.read(root), trouble);
    }

    private String read(Element root, Asked asked, SoapTrouble trouble) {
        if (!pace.allows(asked.uri()) || trouble.due(SoapMisbehaviour.THROTTLE)) {
            return Answers.fault(
                    "Server", "99995 - Te veel gelijktijdige bevragingen", "Exceeded the max throttle rate");
        }
        synchronized (seen) {
            if (!seen.add(asked.messageReferte())) {
                return Answers.fault("Client", "ERR_029: Referte was used before", "");
            }
        }
        if (resetsNamespace(root)) {
            return level2(asked, "99994", "Onverwachte fout bij de bron");
        }
        if (!asked.uri().equals(sender.uri()) || !asked.capacity().equals(sender.capacity())) {
            return level2(asked, "13001", "Geen machtiging van de afzender");
        }
        return trouble.due(SoapMisbehaviour.SOURCE_BUSY)
                ? level2(asked, "99996", "Bron is tijdelijk niet beschikbaar")
                : Answers.envelope(asked, content(asked, trouble));
    }

    private static String level2(Asked asked, String code, String text) {
        return Answers.envelope(asked, Answers.exception(code, "MAGDA", "FOUT", text, ""));
    }

    private String content(Asked asked, SoapTrouble trouble) {
        String referte = trouble.due(SoapMisbehaviour.ANOTHER_ANSWER) ? "another-question" : asked.questionReferte();
        if (trouble.due(SoapMisbehaviour.RESULT_ZERO)) {
            return Answers.answer(referte, false, "");
        }
        if (trouble.due(SoapMisbehaviour.UNKNOWN_CODE)) {
            return Answers.answer(referte, false, Answers.exception("81234", "MAGDA", "FOUT", "Onbekend", ""));
        }
        if (trouble.due(SoapMisbehaviour.UNKNOWN_PERSON) || !known.test(asked.insz())) {
            return Answers.answer(referte, false, Answers.exception("30003", "MAGDA", "FOUT", "Onbestaand INSZ", ""));
        }
        if (trouble.due(SoapMisbehaviour.REPLACED_INSZ)) {
            String both = "<Annotaties><Annotatie><Naam>Oud INSZ</Naam><Waarde>" + asked.insz()
                    + "</Waarde></Annotatie></Annotaties>";
            return Answers.answer(
                    referte, false, Answers.exception("30004", "MAGDA", "FOUT", "Persoon heeft nieuw INSZ", both));
        }
        boolean register = "RegistreerInschrijving".equals(asked.service());
        boolean changed =
                register ? repertory.add(asked.uri(), asked.insz()) : repertory.remove(asked.uri(), asked.insz());
        repertory.flush();
        if (changed) {
            return Answers.answer(referte, true, "");
        }
        return register
                ? Answers.answer(
                        referte,
                        true,
                        Answers.exception("40143", "MAGDA", "WAARSCHUWING", "De inschrijving bestaat al", ""))
                : Answers.answer(
                        referte, false, Answers.exception("40003", "MAGDA", "FOUT", "Geen inschrijving aanwezig", ""));
    }

    private boolean valid(Element root) {
        if (root == null || !SERVICES.contains(root.getLocalName())) {
            return false;
        }
        try {
            schemas.get(root.getLocalName()).newValidator().validate(new DOMSource(root));
            return true;
        } catch (SAXException | IOException e) {
            return false;
        }
    }

    /** MAGDA's adapters refuse the form that resets the default namespace, though it means the same. */
    private static boolean resetsNamespace(Element root) {
        NodeList all = root.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (((Element) all.item(i)).hasAttribute("xmlns")) {
                return true;
            }
        }
        return root.getPrefix() == null;
    }

    private static Element body(Document message) {
        Node envelope = message.getDocumentElement();
        for (Node child = envelope.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && "Body".equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    private static Element firstElement(Element body) {
        Node child = body.getFirstChild();
        while (child != null && !(child instanceof Element)) {
            child = child.getNextSibling();
        }
        return (Element) child;
    }
}
