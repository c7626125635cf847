package be.zeef.recipient.payment;

import be.zeef.security.reading.Stylesheet;
import be.zeef.transfer.Transfer;
import be.zeef.transfer.TransferBatch;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLStreamException;
import net.sf.saxon.s9api.BuildingStreamWriter;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltTransformer;

/**
 * A compiled {@code pain.001.*.xslt}: from a batch to the bank's file. A stylesheet, so that an integrator whose bank wants
 * another element changes a file under {@code mappings/} and no Java; a batch has hundreds of transfers, not millions, so that
 * it stands in memory. Thread-safe.
 */
final class BatchSheet {

    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_TEXT = 140;

    private final Stylesheet sheet;

    private BatchSheet(Stylesheet sheet) {
        this.sheet = sheet;
    }

    /** @throws IllegalArgumentException when the sheet does not compile or reaches outside, saying where */
    static BatchSheet compile(Path file) {
        return new BatchSheet(Stylesheet.compile(file));
    }

    byte[] compose(TransferBatch batch) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            XsltTransformer transformer = sheet.load();
            transformer.setInitialContextNode(laidOut(batch));
            transformer.setDestination(Stylesheet.processor().newSerializer(out));
            transformer.transform();
            return out.toByteArray();
        } catch (SaxonApiException | XMLStreamException e) {
            // its message may quote the batch
            throw new IllegalStateException(
                    "a payment stylesheet failed: " + e.getClass().getSimpleName());
        }
    }

    private static XdmNode laidOut(TransferBatch batch) throws SaxonApiException, XMLStreamException {
        BuildingStreamWriter xml = Stylesheet.processor().newDocumentBuilder().newBuildingStreamWriter();
        xml.writeStartDocument();
        xml.writeStartElement("batch");
        xml.writeAttribute("name", batch.name());
        xml.writeAttribute("created", batch.created().format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss")));
        xml.writeAttribute("on", batch.execution().toString());
        xml.writeAttribute("count", Integer.toString(batch.transfers().size()));
        xml.writeAttribute("sum", euro(batch.cents()));
        xml.writeEmptyElement("debtor");
        xml.writeAttribute("name", SepaText.of(batch.debtor().name(), LONGEST_NAME));
        xml.writeAttribute("enterprise", batch.debtor().enterprise());
        xml.writeAttribute("iban", batch.debtor().iban());
        if (!batch.debtor().bic().isEmpty()) {
            xml.writeAttribute("bic", batch.debtor().bic());
        }
        for (Transfer transfer : batch.transfers()) {
            xml.writeEmptyElement("transfer");
            xml.writeAttribute("id", transfer.id());
            xml.writeAttribute("euro", euro(transfer.cents()));
            xml.writeAttribute("name", SepaText.of(transfer.name(), LONGEST_NAME));
            xml.writeAttribute("iban", transfer.iban());
            xml.writeAttribute("text", SepaText.of(transfer.text(), LONGEST_TEXT));
            if (transfer.structured().isPresent()) {
                xml.writeAttribute(
                        "structured",
                        StructuredCommunication.of(transfer.structured().get()));
            }
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return xml.getDocumentNode();
    }

    private static String euro(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
