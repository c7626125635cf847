package be.zeef.security.reading;

import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;

/** A document of ours names something outside itself, which nobody will fetch. */
public final class OutsideException extends SAXParseException {

    private static final long serialVersionUID = 1L;

    /** @param what stands there, and what to do about it */
    public OutsideException(String what, Locator locator) {
        super(what, locator);
    }

    /** What a parser says of a document type, as what it is; any other fault as it came. */
    static SAXParseException of(SAXParseException fault) {
        boolean doctype = String.valueOf(fault.getMessage()).contains("DOCTYPE");
        return doctype ? new OutsideException("it has a document type; remove it", fault) : fault;
    }

    private OutsideException(String what, SAXParseException at) {
        super(what, at.getPublicId(), at.getSystemId(), at.getLineNumber(), at.getColumnNumber());
    }
}
