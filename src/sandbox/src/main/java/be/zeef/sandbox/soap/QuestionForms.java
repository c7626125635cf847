package be.zeef.sandbox.soap;

import be.zeef.security.reading.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/**
 * The form that a question to MAGDA must have: as free as the published schemas leave it, optional parts and every way of
 * writing a namespace included; or, where it is wanted, as strict as MAGDA's adapters are known to be.
 */
final class QuestionForms {

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

    /** MAGDA's own client writes it so; without milliseconds, or with others, some services refuse a question. */
    private static final Pattern WHOLE_SECONDS = Pattern.compile("\\d{2}:\\d{2}:\\d{2}\\.000");

    /** By the namespace of the question, which tells the version of a service too. */
    private final Map<String, Form> forms = new HashMap<>();

    private record Form(Schema schema, String version) {}

    QuestionForms() {
        SERVICES.forEach(this::read);
    }

    private void read(String service) {
        try (InputStream in = resource(service + ".xsd")) {
            byte[] text = in.readAllBytes();
            Document schema = Xml.documents().newDocumentBuilder().parse(new ByteArrayInputStream(text));
            forms.put(
                    schema.getDocumentElement().getAttribute("targetNamespace"),
                    new Form(
                            factory().newSchema(new StreamSource(new ByteArrayInputStream(text))),
                            service.substring(service.indexOf('-') + 1)));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What all services have in common lies beside each of them. */
    private static SchemaFactory factory() {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> included(systemId));
        return factory;
    }

    private static LSInput included(String name) {
        try {
            LSInput input = ((DOMImplementationLS)
                            DOMImplementationRegistry.newInstance().getDOMImplementation("LS"))
                    .createLSInput();
            input.setByteStream(resource(name));
            input.setSystemId(name);
            return input;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream resource(String name) {
        return QuestionForms.class.getResourceAsStream(name);
    }

    /** Whether a question with this root is one, of a service and a version that are played here. */
    boolean allows(Element root) {
        Form form = forms.get(String.valueOf(root.getNamespaceURI()));
        if (form == null) {
            return false;
        }
        try {
            form.schema().newValidator().validate(new DOMSource(root));
            return text(root, "Versie").startsWith(form.version() + ".");
        } catch (SAXException | IOException e) {
            return false;
        }
    }

    /** MAGDA's adapters refuse the form that resets the default namespace, though it means the same. */
    boolean resetsNamespace(Element root) {
        NodeList all = root.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (((Element) all.item(i)).hasAttribute("xmlns")) {
                return true;
            }
        }
        return root.getPrefix() == null;
    }

    /** Whether the time of the question is one that every service of MAGDA takes. */
    boolean tellsWholeSeconds(Element root) {
        return WHOLE_SECONDS.matcher(text(root, "Tijd")).matches();
    }

    private static String text(Element root, String name) {
        return root.getElementsByTagName(name).item(0).getTextContent();
    }
}
