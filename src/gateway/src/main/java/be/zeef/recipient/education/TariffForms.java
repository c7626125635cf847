package be.zeef.recipient.education;

import be.zeef.columns.ColumnMap;
import be.zeef.columns.ColumnWriter;
import be.zeef.columns.PeriodChecks;
import be.zeef.columns.PeriodChecks.Rules;
import be.zeef.delivery.DeliveryChecks;
import be.zeef.delivery.DeliveryForms;
import be.zeef.delivery.DeliveryHead;
import be.zeef.security.reading.Xml;
import be.zeef.validation.Findings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.validation.Schema;

/**
 * Tariff classes of pupils, as XML ({@code tariffs.xsd}) or as rows ({@code columns.yaml}). Amounts are not written: the
 * invoicing application knows what a class pays.
 */
final class TariffForms implements DeliveryForms {

    /** A class is A (the largest discount), B or C; a pupil number is the schools' own, never an INSZ of this gateway. */
    static final Rules RULES = new Rules(
            "pupil",
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9 ._/\\-]{0,28}[A-Za-z0-9])?"),
            "class",
            new TreeSet<>(Set.of("A", "B", "C")));

    private final Schema schema;
    private final ColumnMap columns;

    TariffForms(Path mappings) {
        schema = Xml.schema(mappings.resolve("recipients/education/tariffs.xsd"));
        columns = columns(mappings);
    }

    static ColumnMap columns(Path mappings) {
        return ColumnMap.load(mappings.resolve("recipients/education/columns.yaml"), RULES);
    }

    @Override
    public String series() {
        return "EDU.TARIEF";
    }

    @Override
    public DeliveryChecks checks(DeliveryHead head, Findings findings) {
        return new PeriodChecks(RULES, Optional.of(SchoolYear.days(head.year())), findings);
    }

    @Override
    public Optional<Form> form(DeliveryHead.Format format) {
        return Optional.of(
                format == DeliveryHead.Format.CSV
                        ? new Form(out -> new ColumnWriter(columns, out), Optional.empty(), true)
                        : new Form(XmlTariffWriter::new, Optional.of(schema), false));
    }
}
