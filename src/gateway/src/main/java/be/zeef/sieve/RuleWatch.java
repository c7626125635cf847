package be.zeef.sieve;

import be.zeef.security.reading.OutsideException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Lets no rule pass that looks outside itself. A rule decides by its facts alone, each of the day of the run: one that asks the machine
 * what day it is would decide otherwise when the run is resumed, and is remembered for as long as a process lives.
 */
final class RuleWatch extends DefaultHandler {

    /** What FEEL has besides facts: the machine's clock, chance, and functions of Java (DMN 1.3, chapter 10.3). */
    private static final Pattern OUTSIDE = Pattern.compile("\\b(today|now|random\\s+number|external)\\b");

    /** What holds words that are no calls, in the order in which a reader of FEEL meets it: comments and texts. */
    private static final Pattern HARMLESS = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"[^\"]*\"");

    private final StringBuilder text = new StringBuilder();
    private Locator locator;

    @Override
    public void setDocumentLocator(Locator now) {
        locator = now;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes)
            throws SAXParseException {
        text.setLength(0);
        String language = attributes.getValue("expressionLanguage");
        if (language != null && !language.toLowerCase(Locale.ROOT).contains("feel")) {
            throw new SAXParseException(
                    "its expressionLanguage is not FEEL; remove it and write the expression in FEEL", locator);
        }
        if (localName.equals("import")) {
            throw new OutsideException("it imports another file; write the whole rule in this one", locator);
        }
    }

    @Override
    public void characters(char[] part, int start, int length) {
        text.append(part, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXParseException {
        if (localName.equals("text")) {
            requireFactsOnly(text.toString());
        }
        text.setLength(0);
    }

    /** A text with a sign behind a backslash in it may end elsewhere than it seems, so nothing of it is passed over then. */
    private void requireFactsOnly(String expression) throws SAXParseException {
        String plain = expression.contains("\\")
                ? expression
                : HARMLESS.matcher(expression).replaceAll(" ");
        Matcher outside = OUTSIDE.matcher(plain);
        if (outside.find()) {
            throw new OutsideException(
                    "it asks for " + outside.group(1)
                            + ", which is no fact; have the agreement ask a source for a fact of the day of"
                            + " the run, and decide by that",
                    locator);
        }
    }
}
