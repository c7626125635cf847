package be.zeef.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The published schemas, where they lie beside the checkout. */
public final class OfficialSchemas {

    public static final Path CONTRACTS = Path.of("../shared/contracts");

    private OfficialSchemas() {}

    public static void present() {
        assumeTrue(
                Files.isDirectory(CONTRACTS),
                "skipped: the official contracts are not beside this checkout (../shared/contracts)");
    }

    /** Compiles a schema below {@code magda/xsd}; the one file that was not published is stood in for. */
    public static Schema magda(String path) throws SAXException {
        present();
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver(
                (type, namespace, publicId, systemId, base) -> missing(systemId, base) ? standIn(base) : null);
        return factory.newSchema(
                new StreamSource(CONTRACTS.resolve("magda/xsd").resolve(path).toFile()));
    }

    private static boolean missing(String systemId, String base) {
        return systemId != null
                && systemId.endsWith("RepertoriumComplex.xsd")
                && !Files.exists(Path.of(URI.create(base)).resolveSibling(systemId));
    }

    private static org.w3c.dom.ls.LSInput standIn(String base) {
        try {
            String version = base.contains("Repertorium-02.01") ? "-02.01" : "";
            String text = Files.readString(
                    Path.of("conformance-tests/repertory-stand-in/RepertoriumComplex" + version + ".xsd"));
            return new TextInput(text, base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
