package be.zeef.security.reading;

import java.io.IOException;
import java.io.InputStream;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/** Refuses XML that is shaped to exhaust whoever reads it, while it streams by. */
public final class XmlLimits extends XMLFilterImpl {

    /** MAGDA's deepest answer has some twenty levels. */
    public static final int DEPTH = 100;

    public static final int ATTRIBUTES = 100;

    /** In bytes, of a message that is read as a whole; the largest answer published by MAGDA has some 30 kB. */
    public static final int MESSAGE = 4 << 20;

    /** In characters, between two tags. */
    public static final int TEXT = 1 << 20;

    /** In characters, of the name of an element or attribute, and of a namespace. */
    public static final int NAME = 1000;

    /**
     * In bytes, of whatever a parser reads to its end before it tells of it: a tag with all its attributes, a comment, a CDATA
     * section, a processing instruction, the space around the root.
     */
    public static final int STRETCH = 2 << 20;

    /** How the JDK's own limit of a name tells that it was passed; it has no type of its own. */
    private static final String JDK_NAME = "JAXP00010005";

    private Stretch stretch = new Stretch(InputStream.nullInputStream(), STRETCH);
    private Locator locator;
    private int depth;
    private int text;

    XmlLimits(XMLReader parent) {
        super(parent);
    }

    /** Which limit was passed, and where. */
    public static final class ExceededException extends SAXParseException {

        private static final long serialVersionUID = 1L;

        private final String limit;
        private final int most;

        ExceededException(String limit, int most, Locator locator) {
            super("more than " + most + " " + limit, locator);
            this.limit = limit;
            this.most = most;
        }

        /** {@code levels}, {@code attributes}, {@code characters}, {@code name} or {@code bytes}. */
        public String limit() {
            return limit;
        }

        public int most() {
            return most;
        }
    }

    /** @throws IllegalArgumentException when the source is no stream of bytes */
    @Override
    public void parse(InputSource source) throws SAXException, IOException {
        if (source.getByteStream() == null) {
            throw new IllegalArgumentException("Only a stream of bytes can be counted. Set one on the source.");
        }
        stretch = new Stretch(source.getByteStream(), STRETCH);
        InputSource counted = new InputSource(stretch);
        counted.setEncoding(source.getEncoding());
        try {
            super.parse(counted);
        } catch (Stretch.TooLongException e) {
            throw new ExceededException("bytes", STRETCH, locator);
        }
    }

    @Override
    public void setDocumentLocator(Locator now) {
        locator = now;
        super.setDocumentLocator(now);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        told();
        require(++depth, DEPTH, "levels");
        require(attributes.getLength(), ATTRIBUTES, "attributes");
        super.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        told();
        depth--;
        super.endElement(uri, localName, qName);
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        stretch.told();
        text += length;
        require(text, TEXT, "characters");
        super.characters(characters, start, length);
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
        stretch.told();
        super.processingInstruction(target, data);
    }

    @Override
    public void fatalError(SAXParseException problem) throws SAXException {
        if (String.valueOf(problem.getMessage()).startsWith(JDK_NAME)) {
            throw new ExceededException("name", NAME, locator);
        }
        super.fatalError(problem);
    }

    private void told() {
        stretch.told();
        text = 0;
    }

    private void require(int now, int most, String limit) throws ExceededException {
        if (now > most) {
            throw new ExceededException(limit, most, locator);
        }
    }
}
