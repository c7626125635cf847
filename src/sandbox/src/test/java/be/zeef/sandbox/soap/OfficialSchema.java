package be.zeef.sandbox.soap;

import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;

/** MAGDA's own schema of an answer. One file of the published set is missing; ours stands in for it. */
final class OfficialSchema {

    private static final String MISSING = "RepertoriumComplex.xsd";

    private OfficialSchema() {}

    static Schema of(Path folder, String service) throws Exception {
        DOMImplementationLS dom =
                (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
            if (systemId == null || !systemId.endsWith(MISSING)) {
                return null; // the usual way
            }
            LSInput input = dom.createLSInput();
            InputStream ours = OfficialSchema.class.getResourceAsStream("/sandbox/RepertoriumComplex-stand-in.xsd");
            input.setByteStream(ours);
            input.setSystemId(systemId);
            return input;
        });
        return factory.newSchema(folder.resolve("Repertorium." + service + "Dienst-02.00/WebService")
                .resolve(service + "Response.xsd")
                .toFile());
    }
}
