package be.zeef.sandbox.ksz;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The KSZ's own idea of a question: kept beside this class, and not the gateway's. */
record KszSchema(Schema schema) {

    static KszSchema own() {
        try (InputStream in = KszSchema.class.getResourceAsStream("SocialRightsAdvantageList-v1.xsd")) {
            return new KszSchema(SchemaFactory.newDefaultInstance().newSchema(new StreamSource(in)));
        } catch (IOException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean accepts(Element question) {
        try {
            schema.newValidator().validate(new DOMSource(question));
            return true;
        } catch (SAXException | IOException e) {
            return false;
        }
    }
}
