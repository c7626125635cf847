package be.zeef.validation;

import be.zeef.security.KeptOpen;
import be.zeef.security.reading.Xml;
import be.zeef.security.reading.XmlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Holds XML against its schema as it streams by, whether it comes in or is just being composed; nothing is kept. */
public final class XmlCheck {

    private XmlCheck() {}

    /** Writes the whole of a message. */
    @FunctionalInterface
    public interface Composer {
        void compose(OutputStream out) throws IOException;
    }

    /** Composes into the validator and nowhere else. */
    public static void against(Schema schema, Findings findings, Composer composer) throws IOException {
        try (PipedInputStream in = new PipedInputStream(1 << 16);
                PipedOutputStream pipe = new PipedOutputStream(in)) {
            CompletableFuture<Void> composed = CompletableFuture.runAsync(() -> {
                try (pipe) {
                    composer.compose(pipe);
                } catch (IOException e) {
                    throw new CompletionException(e);
                }
            });
            read(schema, findings, new KeptOpen(in));
            in.transferTo(OutputStream.nullOutputStream());
            composed.join();
        }
    }

    /** Streams XML past the schema. */
    public static void read(Schema schema, Findings findings, InputStream in) throws IOException {
        read(schema, findings, in, new org.xml.sax.helpers.DefaultHandler());
    }

    /** Streams XML to the handler as long as the schema accepts it; what is wrong goes to the findings. */
    public static void read(Schema schema, Findings findings, InputStream in, org.xml.sax.ContentHandler handler)
            throws IOException {
        SchemaErrors errors = new SchemaErrors(findings);
        ValidatorHandler validator = schema.newValidatorHandler();
        validator.setErrorHandler(errors);
        validator.setContentHandler(handler);
        XMLReader reader = Xml.limitedReader();
        reader.setContentHandler(validator);
        reader.setErrorHandler(errors);
        try {
            reader.parse(new InputSource(in));
        } catch (XmlLimits.ExceededException e) {
            findings.add(Finding.fatal("xml." + e.limit(), SchemaErrors.place(e), Integer.toString(e.most())));
        } catch (SAXException e) {
            if (!findings.refused()) {
                findings.add(Finding.fatal("xml.not-whole", Location.WHOLE));
            }
        }
    }
}
