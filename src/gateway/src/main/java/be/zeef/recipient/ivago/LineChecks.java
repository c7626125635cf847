package be.zeef.recipient.ivago;

import be.zeef.columns.PeriodChecks.Rules;
import be.zeef.packing.DeliveryChecks;
import be.zeef.packing.DeliveryLine;
import be.zeef.packing.Totals;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rules of a delivery's lines, whatever its form; counts the control totals on the way. */
final class LineChecks implements DeliveryChecks {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final Rules rules;
    private final int year;
    private final int linesBefore;
    private final Findings findings;
    private final SortedMap<String, Long> perCategory = new TreeMap<>();
    private String before = "";
    private int lines;

    /** @param linesBefore how many lines of the file stand before the first of these */
    LineChecks(Rules rules, int year, Findings findings, int linesBefore) {
        this.rules = rules;
        this.year = year;
        this.findings = findings;
        this.linesBefore = linesBefore;
    }

    /** A line of a calendar year. */
    static DeliveryLine line(String id, String household, String category, int year, Map<String, String> columns) {
        return new DeliveryLine(
                id, household, "", category, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), columns);
    }

    @Override
    public void check(DeliveryLine line) {
        lines++;
        check(ID.matcher(line.id()).matches(), "ivago.line-id", "id");
        boolean household =
                line.kind().isEmpty() && rules.key().matcher(line.key()).matches();
        check(household, "ivago.household", "household");
        check(rules.values().contains(line.value()), "ivago.category", "category");
        check(line.from().getYear() == year, "ivago.year", "year");
        line.columns().forEach((name, told) -> check(rules.takes(name, told), "ivago.column", name));
        check(line.id().compareTo(before) > 0, "ivago.line-order", "id");
        before = line.id();
        perCategory.merge(line.value(), 1L, Long::sum);
    }

    private void check(boolean good, String code, String field) {
        if (!good) {
            findings.add(Finding.error(code, Location.field(linesBefore + lines, field)));
        }
    }

    @Override
    public Totals totals() {
        return new Totals(lines, perCategory);
    }
}
