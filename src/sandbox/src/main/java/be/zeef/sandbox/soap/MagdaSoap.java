package be.zeef.sandbox.soap;

import be.zeef.security.reading.Xml;
import be.zeef.security.signing.SoapMessage;
import be.zeef.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** From one request's bytes to one answer, as MAGDA would: fault, level 2, level 3 or result. */
final class MagdaSoap {

    private static final List<String> SERVICES = List.of(
            "RegistreerInschrijving-02.00",
            "RegistreerInschrijving-02.01",
            "RegistreerUitschrijving-02.00",
            "GeefPersoon-02.02",
            "GeefGezinssamenstelling-02.02",
            "GeefSociaalStatuut-03.00",
            "GeefLeefloonperiodes-02.00",
            "GeefLeefloonbedragen-02.00",
            "GeefAanslagbiljetPersonenbelasting-02.00",
            "GeefKindVoordelen-02.00");

    private static final String BAD_FORM = "10001 - Fout formaat in de vraag (XML validatie)";

    private final SignatureCheck signatures;
    private final Desk desk;
    private final Set<Settings.Sender> senders;
    private final int perSecond;
    private final SenderPace pace;
    /** By the namespace of the question, which tells the version of a service too. */
    private final Map<String, Schema> schemas = new HashMap<>();

    private final Set<String> seen = new HashSet<>();

    MagdaSoap(KeyStore issuers, Desk desk, Set<Settings.Sender> senders, int perSecond) {
        this.signatures = SignatureCheck.magda(issuers);
        this.desk = desk;
        this.senders = Set.copyOf(senders);
        this.perSecond = perSecond;
        this.pace = new SenderPace(perSecond);
        SERVICES.forEach(this::read);
    }

    private void read(String service) {
        try (InputStream in = MagdaSoap.class.getResourceAsStream(service + ".xsd")) {
            byte[] text = in.readAllBytes();
            Document schema = Xml.documents().newDocumentBuilder().parse(new ByteArrayInputStream(text));
            schemas.put(
                    schema.getDocumentElement().getAttribute("targetNamespace"),
                    SchemaFactory.newDefaultInstance().newSchema(new StreamSource(new ByteArrayInputStream(text))));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    SoapReply answer(byte[] request, Certificate client, SoapTrouble trouble) {
        Optional<SoapMessage> read = SoapMessage.read(request);
        if (read.isEmpty()) {
            return refused(BAD_FORM);
        }
        String refusal = signatures.refusal(read.get(), client);
        if (!refusal.isEmpty()) {
            return refused(refusal);
        }
        Element root = read.get().content();
        return valid(root) ? answer(root, MagdaQuestion.read(root), trouble) : refused(BAD_FORM);
    }

    private SoapReply answer(Element root, MagdaQuestion asked, SoapTrouble trouble) {
        if (!pace.allows(asked.uri() + " " + asked.service()) || trouble.due(SoapMisbehaviour.THROTTLE)) {
            return SoapReply.fault(200, MagdaAnswers.throttled(perSecond));
        }
        synchronized (seen) {
            if (!seen.add(asked.messageReferte())) {
                return refused("ERR_029: Referte was used before");
            }
        }
        if (resetsNamespace(root)) {
            return level2(asked, "99994", "Onverwachte fout bij de bron");
        }
        if (!senders.contains(new Settings.Sender(asked.uri(), asked.capacity()))) {
            return level2(asked, "13001", "Geen machtiging van de afzender in deze hoedanigheid");
        }
        if (trouble.due(SoapMisbehaviour.THROTTLE_LEVEL_2)) {
            return level2(asked, "99995", "Te veel gelijktijdige bevragingen");
        }
        if (trouble.due(SoapMisbehaviour.SOURCE_BUSY)) {
            return level2(asked, "99996", "Bron is tijdelijk niet beschikbaar");
        }
        Optional<SoapTrouble.Told> told = trouble.next();
        return told.isPresent()
                ? told(asked, told.get())
                : SoapReply.answer(MagdaAnswers.envelope(asked, desk.content(asked, trouble)));
    }

    private static SoapReply told(MagdaQuestion asked, SoapTrouble.Told told) {
        if (told.level() == 1) {
            return refused(told.code() + " - zoals gevraagd");
        }
        String exception = MagdaAnswers.exception(told.code(), told.type(), "zoals gevraagd", "");
        return SoapReply.answer(MagdaAnswers.envelope(
                asked, told.level() == 2 ? exception : MagdaAnswers.content(asked.questionReferte(), "", exception)));
    }

    private static SoapReply refused(String text) {
        return SoapReply.fault(500, MagdaAnswers.fault("Client", text));
    }

    private static SoapReply level2(MagdaQuestion asked, String code, String text) {
        return SoapReply.answer(MagdaAnswers.envelope(asked, MagdaAnswers.exception(code, "FOUT", text, "")));
    }

    private boolean valid(Element root) {
        Schema schema = schemas.get(String.valueOf(root.getNamespaceURI()));
        if (schema == null) {
            return false;
        }
        try {
            schema.newValidator().validate(new DOMSource(root));
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
}
