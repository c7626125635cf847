package be.zeef.security;

import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * XML readers that accept no document type, no entity and no file or network access, so that no message can make the
 * gateway read, fetch or expand anything (OWASP XXE prevention). Compiled schemas are thread-safe; keep them.
 */
public final class Xml {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private Xml() {}

    /** A namespace-aware streaming reader. */
    public static XMLReader reader() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setXIncludeAware(false);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The same for messages from outside, which also refuses what no partner sends: elements nested deeper than
     * {@value Limits#DEPTH}, more than {@value Limits#ATTRIBUTES} attributes on one of them, and a text of more than
     * {@value Limits#TEXT} characters. A stream of any length may pass, so nothing else limits its size.
     *
     * @throws Limits.ExceededException from its parse method
     */
    public static XMLReader limitedReader() {
        return new Limits(reader());
    }

    /** A namespace-aware reader into a tree, for small messages. */
    public static DocumentBuilderFactory documents() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A pull reader. */
    public static XMLInputFactory pull() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** A schema compiled from our own files, which may import each other from the same folders only. */
    public static Schema schema(Path... files) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            return factory.newSchema(List.of(files).stream()
                    .map(Path::toFile)
                    .map(StreamSource::new)
                    .toArray(Source[]::new));
        } catch (SAXException e) {
            throw new IllegalStateException("a schema of ours does not compile: " + e.getMessage(), e);
        }
    }
}
