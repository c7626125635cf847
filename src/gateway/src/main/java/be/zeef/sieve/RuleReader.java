package be.zeef.sieve;

import be.zeef.security.reading.OutsideException;
import be.zeef.security.reading.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a rule's file before the engine does. The engine's own parser fetches schemas that a file names, and its
 * expressions may be in languages that can call Java; neither is let through, nor another file.
 */
final class RuleReader {

    private RuleReader() {}

    /** An engine that speaks FEEL and nothing else. */
    static DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setScriptEngineResolver(language -> {
            throw new IllegalArgumentException("a rule speaks FEEL and no other language");
        });
        return configuration.buildEngine();
    }

    /** @throws SAXException saying where, when the file is no XML, looks outside itself or speaks another language */
    static InputStream read(Path file) throws IOException, SAXException {
        return new ByteArrayInputStream(Xml.selfContained(Files.readAllBytes(file), new FeelOnly()));
    }

    /** Where and why, as far as that is known. */
    static String why(Exception failure) {
        return failure instanceof SAXParseException place
                ? " (line " + place.getLineNumber() + ": " + place.getMessage() + ")"
                : "";
    }

    private static final class FeelOnly extends DefaultHandler {

        private Locator locator;

        @Override
        public void setDocumentLocator(Locator now) {
            locator = now;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXParseException {
            String language = attributes.getValue("expressionLanguage");
            if (language != null && !language.toLowerCase(Locale.ROOT).contains("feel")) {
                throw new SAXParseException(
                        "its expressionLanguage is not FEEL; remove it and write the expression in FEEL", locator);
            }
            if (localName.equals("import")) {
                throw new OutsideException("it imports another file; write the whole rule in this one", locator);
            }
        }
    }
}
