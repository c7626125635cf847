package be.zeef.conformance;

import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.ws.commons.schema.XmlSchema;
import org.apache.ws.commons.schema.XmlSchemaCollection;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Questions that the published schemas of MAGDA allow, one for each part that a client may leave out, choose or repeat. */
public final class OfficialQuestions {

    private OfficialQuestions() {}

    /**
     * All that there is to try of one service.
     *
     * @param service such as {@code GeefPersoon-02.02}
     * @param values what stands in each place
     */
    public static List<Document> of(String service, Variants.Values values) {
        Path file = OfficialSchemas.CONTRACTS.resolve("magda/xsd").resolve(OfficialSchemas.path(service));
        XmlSchemaCollection schemas = new XmlSchemaCollection();
        schemas.setSchemaResolver((namespace, location, base) -> {
            if (OfficialSchemas.missing(location, base)) {
                InputSource standIn = new InputSource(new StringReader(OfficialSchemas.standInText(base)));
                standIn.setSystemId(URI.create(base).resolve(location).toString());
                return standIn;
            }
            return new InputSource(URI.create(base).resolve(location).toString());
        });
        XmlSchema schema = schemas.read(
                new InputSource(file.toAbsolutePath().normalize().toUri().toString()));
        return new Variants(values).of(schema.getElementByName(service.substring(0, service.indexOf('-'))));
    }
}
