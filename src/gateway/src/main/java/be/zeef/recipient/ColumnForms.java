package be.zeef.recipient;

import be.zeef.columns.ColumnFile;
import be.zeef.columns.ColumnMap;
import be.zeef.columns.ColumnWriter;
import be.zeef.columns.PeriodChecks;
import be.zeef.packing.DeliveryChecks;
import be.zeef.packing.DeliveryForms;
import be.zeef.packing.DeliveryHead;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Deliveries as rows by the recipient's column map, with a head file beside them, and in no other form. */
public final class ColumnForms implements DeliveryForms {

    private final RecipientFile recipient;
    private final ColumnMap columns;

    /** @throws be.zeef.validation.InvalidMessageException when its column map cannot be used */
    public ColumnForms(RecipientFile recipient) {
        this.recipient = recipient;
        this.columns = recipient.columns();
    }

    @Override
    public String series() {
        return recipient.series();
    }

    @Override
    public DeliveryChecks checks(DeliveryHead head, Findings findings) {
        return new PeriodChecks(recipient.rules(), Optional.of(recipient.days().of(head.year())), findings);
    }

    @Override
    public Optional<Form> form(DeliveryHead.Format format) {
        return format == DeliveryHead.Format.CSV
                ? Optional.of(new Form(out -> new ColumnWriter(columns, out), Optional.empty(), true))
                : Optional.empty();
    }

    @Override
    public Report check(Path file) throws IOException {
        return ColumnFile.check(file, columns, recipient.rules());
    }

    @Override
    public Report about() {
        Findings findings = new Findings();
        if (!columns.assumed().isEmpty()) {
            findings.add(Finding.information("check.assumed", Location.WHOLE, "columns", columns.assumed()));
        }
        return findings.report(columns.file());
    }
}
