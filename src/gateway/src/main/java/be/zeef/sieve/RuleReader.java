package be.zeef.sieve;

import be.zeef.security.reading.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads a rule's file before the engine does. The engine's own parser fetches schemas that a file names, and its
 * expressions may be in languages that can call Java, or ask the machine what day it is; none of it is let through, nor
 * another file.
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
        return new ByteArrayInputStream(Xml.selfContained(Files.readAllBytes(file), new RuleWatch()));
    }

    /** Where and why, as far as that is known. */
    static String why(Exception failure) {
        return failure instanceof SAXParseException place
                ? " (line " + place.getLineNumber() + ": " + place.getMessage() + ")"
                : "";
    }
}
