package be.zeef.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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

    /** Compiles the schema of what is sent to a service online: {@code GeefPersoon-02.02}. */
    public static Schema question(String service) throws SAXException {
        return magda(path(service));
    }

    /** Of a service's questions, below {@code magda/xsd}, such as {@code Persoon.GeefPersoonDienst-02.02/WebService/GeefPersoon.xsd}. */
    static String path(String service) {
        present();
        String wanted = "." + service.replace("-", "Dienst-");
        try (Stream<Path> folders = Files.list(CONTRACTS.resolve("magda/xsd"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(folder -> folder.endsWith(wanted))
                    .map(folder -> folder + "/WebService/" + service.substring(0, service.indexOf('-')) + ".xsd")
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no official schema of " + service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean missing(String systemId, String base) {
        return systemId != null
                && systemId.endsWith("RepertoriumComplex.xsd")
                && !Files.exists(Path.of(URI.create(base)).resolveSibling(systemId));
    }

    private static org.w3c.dom.ls.LSInput standIn(String base) {
        return new TextInput(standInText(base), base);
    }

    static String standInText(String base) {
        try {
            String version = base.contains("Repertorium-02.01") ? "-02.01" : "";
            return Files.readString(
                    Path.of("conformance-tests/repertory-stand-in/RepertoriumComplex" + version + ".xsd"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
