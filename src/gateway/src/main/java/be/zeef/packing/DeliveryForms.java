package be.zeef.packing;

import be.zeef.validation.Findings;
import be.zeef.validation.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.validation.Schema;

/** What one recipient's deliveries hold: the rules of their lines and the forms they can be written in. */
public interface DeliveryForms {

    /** What the deliveries are called ({@link Packer#series}). */
    String series();

    /** Fresh checks for the lines of this delivery. */
    DeliveryChecks checks(DeliveryHead head, Findings findings);

    /** How this recipient takes that format; empty when it does not. */
    Optional<Form> form(DeliveryHead.Format format);

    /** Holds a decrypted CSV delivery against its contract. */
    Report check(Path file) throws IOException;

    /** What is to be said about the files that these forms are made by: what in them is assumed. */
    Report about();

    /**
     * One form of a delivery.
     *
     * @param writer makes a writer on a stream
     * @param schema what the written content is held against, where there is a schema
     * @param headApart whether the content is bare rows, so that head, ids and totals go in a file beside it
     *     ({@link HeadFile})
     */
    record Form(Function<OutputStream, LineWriter> writer, Optional<Schema> schema, boolean headApart) {}
}
