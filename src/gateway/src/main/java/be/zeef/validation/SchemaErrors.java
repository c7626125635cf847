package be.zeef.validation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Turns what an XML parser or schema validator says into findings. Xerces' own texts quote the message's values, so only
 * the rule it names ({@code cvc-…}, XML Schema 1.0 appendix C) and the element are kept. Stops at the first error.
 */
public final class SchemaErrors implements ErrorHandler {

    private static final Pattern RULE = Pattern.compile("^((?:cvc|cos|src|xml)-[A-Za-z0-9.-]+):");
    private static final Pattern ELEMENT = Pattern.compile("(?:element|attribute) '\\{?([A-Za-z0-9_:.-]{1,60})'");

    private final Findings findings;

    public SchemaErrors(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void warning(SAXParseException problem) {
        // parsers warn of nothing that a reader of messages can act on
    }

    @Override
    public void error(SAXParseException problem) throws SAXException {
        String message = String.valueOf(problem.getMessage());
        Matcher rule = RULE.matcher(message);
        Matcher element = ELEMENT.matcher(message);
        findings.add(Finding.error(
                "xml.schema",
                place(problem),
                rule.find() ? rule.group(1) : "schema",
                element.find() ? element.group(1) : "?"));
        throw problem;
    }

    @Override
    public void fatalError(SAXParseException problem) throws SAXException {
        boolean doctype = String.valueOf(problem.getMessage()).contains("DOCTYPE");
        findings.add(Finding.fatal(doctype ? "xml.doctype" : "xml.not-whole", place(problem)));
        throw problem;
    }

    /** Where the parser stood. */
    public static Location place(SAXParseException problem) {
        return new Location(Math.max(0, problem.getLineNumber()), Math.max(0, problem.getColumnNumber()), "");
    }
}
