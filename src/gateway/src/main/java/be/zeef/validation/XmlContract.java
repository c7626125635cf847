package be.zeef.validation;

import be.zeef.security.reading.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.validation.Schema;

/** A contract that is a schema: a file of any size is held against it as a stream. Thread-safe. */
public final class XmlContract {

    private final Schema schema;

    private XmlContract(Schema schema) {
        this.schema = schema;
    }

    public static XmlContract of(List<Path> schemas) {
        return new XmlContract(Xml.schema(schemas.toArray(Path[]::new)));
    }

    /** What is to be said about this file; stops at the first error. */
    public Report check(Path file) {
        Findings findings = new Findings();
        try (InputStream in = Files.newInputStream(file)) {
            XmlCheck.read(schema, findings, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings.report(file.getFileName().toString());
    }
}
