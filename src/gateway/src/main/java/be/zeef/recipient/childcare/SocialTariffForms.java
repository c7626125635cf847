package be.zeef.recipient.childcare;

import be.zeef.columns.ColumnMap;
import be.zeef.columns.ColumnWriter;
import be.zeef.columns.PeriodChecks;
import be.zeef.columns.PeriodChecks.Period;
import be.zeef.columns.PeriodChecks.Rules;
import be.zeef.delivery.DeliveryChecks;
import be.zeef.delivery.DeliveryForms;
import be.zeef.delivery.DeliveryHead;
import be.zeef.validation.Findings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Children who get the social tariff, as rows ({@code columns.yaml}) and in no other form. */
final class SocialTariffForms implements DeliveryForms {

    /** A child is its INSZ or its pairwise pseudonym, by the agreement's choice; there is one tariff to grant. */
    static final Rules RULES =
            new Rules("child", Pattern.compile("\\d{11}|[0-9a-f]{64}"), "tariff", new TreeSet<>(Set.of("SOCIAL")));

    private final ColumnMap columns;

    SocialTariffForms(Path mappings) {
        columns = columns(mappings);
    }

    static ColumnMap columns(Path mappings) {
        return ColumnMap.load(mappings.resolve("recipients/childcare/columns.yaml"), RULES);
    }

    @Override
    public String series() {
        return "KIND.SOCTAR";
    }

    @Override
    public DeliveryChecks checks(DeliveryHead head, Findings findings) {
        return new PeriodChecks(RULES, Optional.of(days(head.year())), findings);
    }

    /** A tariff found in a year may begin on any of its days and ends with the school year that begins in it. */
    private static Period days(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 8, 31));
    }

    @Override
    public Optional<Form> form(DeliveryHead.Format format) {
        return format == DeliveryHead.Format.CSV
                ? Optional.of(new Form(out -> new ColumnWriter(columns, out), Optional.empty(), true))
                : Optional.empty();
    }
}
