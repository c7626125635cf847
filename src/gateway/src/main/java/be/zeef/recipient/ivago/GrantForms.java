package be.zeef.recipient.ivago;

import be.zeef.packing.DeliveryChecks;
import be.zeef.packing.DeliveryForms;
import be.zeef.packing.DeliveryHead;
import be.zeef.recipient.RecipientFile;
import be.zeef.security.reading.Xml;
import be.zeef.validation.Findings;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.validation.Schema;

/**
 * Grants of a calendar year: records that say all about themselves, or XML ({@code grants.xsd}). Memory does not grow with the
 * lines.
 */
public final class GrantForms implements DeliveryForms {

    private final RecipientFile recipient;
    private final Schema schema;

    public GrantForms(RecipientFile recipient) {
        this.recipient = recipient;
        this.schema = Xml.schema(recipient.folder().resolve("grants.xsd"));
    }

    @Override
    public String series() {
        return recipient.series();
    }

    @Override
    public DeliveryChecks checks(DeliveryHead head, Findings findings) {
        return new LineChecks(recipient.rules(), head.year(), findings, 0);
    }

    @Override
    public Optional<Form> form(DeliveryHead.Format format) {
        return Optional.of(
                format == DeliveryHead.Format.CSV
                        ? new Form(CsvGrantWriter::new, Optional.empty(), false)
                        : new Form(XmlGrantWriter::new, Optional.of(schema), false));
    }

    @Override
    public Report check(Path file) throws IOException {
        return GrantsFile.check(file, recipient.rules());
    }

    @Override
    public Report about() {
        return new Findings()
                .report(recipient.folder().resolve("recipient.yaml").toString());
    }
}
