package be.zeef.security.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Finds what a stylesheet would be refused when it runs, so that {@code zeef check} can say it and nobody meets it in a
 * run. It looks at texts, so it may refuse what is harmless; what it misses fails where it runs ({@link Stylesheet}).
 */
final class StylesheetScan extends DefaultHandler {

    private static final String XSLT = "http://www.w3.org/1999/XSL/Transform";
    private static final Set<String> ELEMENTS =
            Set.of("result-document", "source-document", "evaluate", "use-package", "import-schema");
    private static final Pattern CALL = Pattern.compile("(?<![\\w$-])(doc|doc-available|document|unparsed-text"
            + "|unparsed-text-lines|unparsed-text-available|collection|uri-collection|json-doc|environment-variable"
            + "|available-environment-variables|transform|function-lookup|load-xquery-module|trace"
            + "|current-date|current-time|current-dateTime|implicit-timezone|random-number-generator)\\s*[(#]");

    /** Where {@code expand-text} holds, what stands between these in a text is an expression. */
    private static final String EXPANDED = "{";

    private final StringBuilder text = new StringBuilder();
    private Locator locator;

    private StylesheetScan() {}

    /** @throws SAXParseException naming the line and what stands there */
    static void require(Path file) throws IOException, SAXException {
        var reader = Xml.reader();
        StylesheetScan scan = new StylesheetScan();
        reader.setContentHandler(scan);
        reader.setErrorHandler(scan);
        reader.parse(new InputSource(new ByteArrayInputStream(Files.readAllBytes(file))));
    }

    @Override
    public void setDocumentLocator(Locator now) {
        locator = now;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes)
            throws SAXParseException {
        requireText();
        if (XSLT.equals(uri) && ELEMENTS.contains(localName)) {
            throw refused("xsl:" + localName);
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getQName(i).equals("xml:base")
                    || XSLT.equals(uri) && attributes.getQName(i).startsWith("_")) {
                throw refused(attributes.getQName(i));
            }
            requireNoCall(attributes.getValue(i));
        }
    }

    @Override
    public void characters(char[] part, int start, int length) {
        text.append(part, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXParseException {
        requireText();
    }

    private void requireText() throws SAXParseException {
        if (text.indexOf(EXPANDED) >= 0) {
            requireNoCall(text.toString());
        }
        text.setLength(0);
    }

    private void requireNoCall(String expression) throws SAXParseException {
        Matcher call = CALL.matcher(expression);
        if (call.find()) {
            throw refused(call.group(1) + "()");
        }
    }

    private SAXParseException refused(String what) {
        return new SAXParseException(
                "line " + locator.getLineNumber() + ": " + what
                        + " reaches outside what a stylesheet is given, or hides what it includes. Remove it; what it"
                        + " needs must come in as input.",
                locator);
    }
}
