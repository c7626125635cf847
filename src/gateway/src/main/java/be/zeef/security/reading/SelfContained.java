package be.zeef.security.reading;

import javax.xml.XMLConstants;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/** Lets a document pass without processing instructions, and refuses one that says where a schema lies. */
final class SelfContained extends XMLFilterImpl {

    private final ContentHandler watch;
    private Locator locator;

    SelfContained(XMLReader parent, ContentHandler watch) {
        super(parent);
        this.watch = watch;
    }

    @Override
    public void setDocumentLocator(Locator now) {
        locator = now;
        watch.setDocumentLocator(now);
        super.setDocumentLocator(now);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        for (int i = 0; i < attributes.getLength(); i++) {
            boolean place = attributes
                    .getLocalName(i)
                    .toLowerCase(java.util.Locale.ROOT)
                    .endsWith("schemalocation");
            if (place && XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(attributes.getURI(i))) {
                throw new OutsideException("it says where a schema lies; remove " + attributes.getQName(i), locator);
            }
        }
        watch.startElement(uri, localName, qName, attributes);
        super.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        watch.characters(text, start, length);
        super.characters(text, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        watch.endElement(uri, localName, qName);
        super.endElement(uri, localName, qName);
    }

    @Override
    public void processingInstruction(String target, String data) {
        // it could only be addressed to who reads the document next
    }
}
