package be.zeef.recipient.education;

import be.zeef.packing.DeliveryChecks;
import be.zeef.packing.DeliveryForms;
import be.zeef.packing.DeliveryHead;
import be.zeef.recipient.ColumnForms;
import be.zeef.recipient.RecipientFile;
import be.zeef.security.reading.Xml;
import be.zeef.validation.Findings;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.validation.Schema;

/**
 * Tariff classes of pupils for a school year: rows by the recipient's column map, or XML ({@code tariffs.xsd}). Amounts are not
 * written: the invoicing application knows what a class pays.
 */
public final class TariffForms implements DeliveryForms {

    private final ColumnForms rows;
    private final Schema schema;

    /** @throws be.zeef.validation.InvalidMessageException when its column map cannot be used */
    public TariffForms(RecipientFile recipient) {
        rows = new ColumnForms(recipient);
        schema = Xml.schema(recipient.folder().resolve("tariffs.xsd"));
    }

    @Override
    public String series() {
        return rows.series();
    }

    @Override
    public DeliveryChecks checks(DeliveryHead head, Findings findings) {
        return rows.checks(head, findings);
    }

    @Override
    public Optional<Form> form(DeliveryHead.Format format) {
        return format == DeliveryHead.Format.XML
                ? Optional.of(new Form(XmlTariffWriter::new, Optional.of(schema), false))
                : rows.form(format);
    }

    @Override
    public Report check(Path file) throws IOException {
        return rows.check(file);
    }

    @Override
    public Report about() {
        return rows.about();
    }
}
