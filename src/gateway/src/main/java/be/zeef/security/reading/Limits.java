package be.zeef.security.reading;

import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/** Refuses XML that is shaped to exhaust whoever reads it, while it streams by. */
public final class Limits extends XMLFilterImpl {

    /** MAGDA's deepest answer has some twenty levels. */
    public static final int DEPTH = 100;

    public static final int ATTRIBUTES = 100;

    /** In bytes, of a message that is read as a whole; the largest answer published by MAGDA has some 30 kB. */
    public static final int MESSAGE = 4 << 20;

    /** In characters, between two tags. */
    public static final int TEXT = 1 << 20;

    private Locator locator;
    private int depth;
    private int text;

    Limits(XMLReader parent) {
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

        /** {@code levels}, {@code attributes} or {@code characters}. */
        public String limit() {
            return limit;
        }

        public int most() {
            return most;
        }
    }

    @Override
    public void setDocumentLocator(Locator now) {
        locator = now;
        super.setDocumentLocator(now);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        text = 0;
        require(++depth, DEPTH, "levels");
        require(attributes.getLength(), ATTRIBUTES, "attributes");
        super.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        text = 0;
        depth--;
        super.endElement(uri, localName, qName);
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        text += length;
        require(text, TEXT, "characters");
        super.characters(characters, start, length);
    }

    private void require(int now, int most, String limit) throws ExceededException {
        if (now > most) {
            throw new ExceededException(limit, most, locator);
        }
    }
}
