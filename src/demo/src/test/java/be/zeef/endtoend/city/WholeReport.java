package be.zeef.endtoend.city;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.text.SyncTable;
import be.zeef.payment.run.PaymentReport;
import be.zeef.run.SyncReport;
import java.util.Map;

/** What holds of every report, whatever went wrong in the run. */
public final class WholeReport {

    private WholeReport() {}

    /** Nobody is silently undetermined: each is counted under one cause, told, and keeps the run from being complete, as does what was refused. */
    public static void holds(SyncReport report) {
        assertThat(sum(report.causes())).as("%s", report).isEqualTo(report.undetermined());
        assertThat(report.causes().values()).allMatch(count -> count > 0);
        assertThat(report.asked()).isEqualTo(report.eligible() + report.notEligible() + report.undetermined());
        assertThat(report.alreadyGranted()).as("%s", report).isNotNegative();
        assertThat(report.complete())
                .as("%s", report)
                .isEqualTo(report.done()
                        && report.undetermined() == 0
                        && report.notAsked() == 0
                        && report.refusedLines() == 0);
        report.causes().forEach((cause, count) -> assertThat(report.findings())
                .filteredOn(finding -> finding.code().equals("undetermined." + cause))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.arguments()).containsExactly(count.toString(), report.agreement())));
        assertThat(SyncTable.json(report)).containsEntry("causes", report.causes());
    }

    /** The same of a month of payments: there the causes are the codes of its rows. */
    public static void holds(PaymentReport report) {
        assertThat(sum(report.causes())).as("%s", report).isEqualTo(report.undetermined());
        report.causes().keySet().forEach(code -> assertThat(code).contains("."));
    }

    private static long sum(Map<String, Long> causes) {
        return causes.values().stream().mapToLong(Long::longValue).sum();
    }
}
