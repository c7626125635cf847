package be.zeef.report;

import be.zeef.ledger.seal.Checkpoint;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a report as a table (RFC 4180): a row for each figure and period, with at least and at most how many. What a spreadsheet
 * would take for a formula is text in it.
 */
public final class ReportCsv {

    private static final List<String> COLUMNS =
            List.of("benefit", "group", "figure", "from", "to", "atLeast", "atMost", "treeSize", "treeRoot");

    /** With which a cell is a formula to a spreadsheet. */
    private static final String FORMULA = "=+-@\t\r";

    private ReportCsv() {}

    public static String of(AgreementReport report) {
        CsvMapper csv = new CsvMapper();
        StringWriter out = new StringWriter();
        String size = Long.toString(report.head().map(Checkpoint::size).orElse(0L));
        String root = report.head().map(head -> head.root().toString()).orElse("");
        try (var rows = csv.configure(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING, true)
                .writer(csv.schema().withLineSeparator("\r\n"))
                .writeValues(out)) {
            rows.write(COLUMNS);
            for (Map.Entry<String, Figures> benefit : report.figures().entrySet()) {
                for (Group group : Group.values()) {
                    for (Figure figure : benefit.getValue().of(group, report.periods())) {
                        for (Period period : report.periods()) {
                            Steps steps = benefit.getValue().of(figure, period);
                            rows.write(List.of(
                                    benefit.getKey(),
                                    group.name(),
                                    text(figure.key()),
                                    period.first().toString(),
                                    period.last().toString(),
                                    Long.toString(steps.from()),
                                    Long.toString(steps.to()),
                                    size,
                                    text(root)));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String text(String cell) {
        boolean formula = Optional.of(cell)
                .filter(any -> !any.isEmpty() && FORMULA.indexOf(any.charAt(0)) >= 0)
                .isPresent();
        return formula ? "'" + cell : cell;
    }
}
