package be.zeef.conformance;

import java.nio.file.Path;
import javax.xml.validation.Schema;
import org.xmlunit.assertj3.XmlAssert;

/** Messages as we expect to compose them: our own, never copies of a contract. */
public final class Expected {

    static final Path MESSAGES = Path.of("conformance-tests/expected");

    private Expected() {}

    /**
     * The message is valid against the schema; where it is not, every fault of it is told, with its place.
     *
     * @param message bytes or a document, small enough to be kept
     */
    public static void valid(Object message, Schema schema) {
        XmlAssert.assertThat(message).isValidAgainst(schema);
    }

    /**
     * The message is, element for element, the one that lies under this name; where it is not, the XPath is told.
     *
     * @param message bytes or a document
     */
    public static void holds(String name, Object message) {
        XmlAssert.assertThat(message)
                .and(MESSAGES.resolve(name + ".xml").toFile())
                .ignoreComments()
                .normalizeWhitespace()
                .areIdentical();
    }
}
