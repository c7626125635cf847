package be.zeef.sandbox.soap;

import be.zeef.sandbox.city.Children;
import be.zeef.sandbox.city.People;
import be.zeef.security.reading.Xml;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;

/** What the sandbox' MAGDA answers to a question, without a server between. */
public final class SandboxBodies {

    private final PersonDesk desk;
    private final DocumentBuilder parser;

    public SandboxBodies(People people, Children children) throws Exception {
        desk = new PersonDesk(() -> people, children);
        parser = Xml.documents().newDocumentBuilder();
    }

    /** The answer below the SOAP body. */
    public byte[] answer(String request) throws Exception {
        MagdaQuestion asked = MagdaQuestion.read(root(request));
        Element envelope = root(MagdaAnswers.envelope(asked, desk.content(asked)));
        Element body = Xml.children(envelope, "Body").get(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(Xml.children(body).get(0)), new StreamResult(out));
        return out.toByteArray();
    }

    private Element root(String xml) throws Exception {
        return parser.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}
