package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.SyncOffice;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.Truth;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.delivery.DeliveryMisbehaviour;
import be.zeef.subject.Today;
import be.zeef.sync.NoGathering;
import be.zeef.validation.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What IVAGO refused in October is delivered after New Year, as a grant of the year before, beside the new year's. */
class WasteBagsOverNewYearTest {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 16);
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 16);
    private static final LocalDate REFRESHED = LocalDate.of(2027, 1, 5);

    @TempDir
    Path folder;

    private TestCity city;
    private TreeSet<String> of2026;

    @BeforeEach
    void refuseOneHouseholdInOctober() throws Exception {
        city = new TestCity(folder, 120);
        city.sandbox().magdaFiles().refresh(OCTOBER);
        city.sandbox().ivago().misbehave(DeliveryMisbehaviour.REFUSE_LINE, 1);
        SyncReport october = city.sync(OCTOBER.toString());
        assertThat(october.refusedLines()).isEqualTo(1);
        of2026 = Truth.credits(truth(), OCTOBER, OCTOBER);
        assertThat(credited(2026)).hasSize(of2026.size() - 1);
        city.sandbox().magdaFiles().refresh(REFRESHED);
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void deliversTheRefusedLineUnderItsOwnYear_andTheNewYearsLinesApart() throws Exception {
        SyncReport january = city.sync(JANUARY.toString());

        assertThat(january.done()).as("%s", january.findings()).isTrue();
        assertThat(january.delivery()).isEqualTo("IVAGO.SOCTEG.2026.00002, IVAGO.SOCTEG.2027.00001");
        assertThat(january.receipt()).isEqualTo("confirmed");
        assertThat(delivered("IVAGO.SOCTEG.2026.00002")).hasSize(1).allMatch(line -> line.split(";")[4].equals("2026"));
        assertThat(delivered("IVAGO.SOCTEG.2027.00001"))
                .isNotEmpty()
                .allMatch(line -> line.split(";")[4].equals("2027"));
        assertThat(credited(2026)).isEqualTo(of2026);
        assertThat(credited(2027)).isEqualTo(Truth.credits(truth(), JANUARY, REFRESHED));
        assertThat(january.delivered()).isEqualTo(1 + credited(2027).size());

        SyncReport again = city.sync(JANUARY.toString());

        assertThat(again.delivered()).as("each once").isZero();
        assertThat(again.done()).isTrue();
    }

    @Test
    void triesOnceARun_andTellsWhatIsStillRefused_untilItIsCredited() throws Exception {
        city.sandbox().ivago().misbehave(DeliveryMisbehaviour.REFUSE_LINE, 1);
        SyncReport refused = deliverOnly();

        assertThat(refused.done()).isFalse();
        assertThat(refused.delivery()).isEqualTo("IVAGO.SOCTEG.2026.00002");
        assertThat(stillOpen(refused))
                .containsExactly(List.of("1", "2026-12-31", "0", "1", "0", "0", TestCity.AGREEMENT));

        SyncReport unanswered = deliverOnly(DeliveryMisbehaviour.NO_RESULT);

        assertThat(unanswered.done()).isFalse();
        assertThat(unanswered.delivery()).isEqualTo("IVAGO.SOCTEG.2026.00003");
        assertThat(stillOpen(unanswered))
                .containsExactly(List.of("1", "2026-12-31", "0", "0", "1", "0", TestCity.AGREEMENT));

        SyncReport matched = deliverOnly();

        assertThat(matched.delivered()).as("it waited for its receipt").isZero();
        assertThat(matched.done()).as("%s", matched.findings()).isTrue();
        assertThat(credited(2026)).isEqualTo(of2026);
    }

    /** With a receipt that does not come however often it is asked for. */
    private SyncReport deliverOnly(DeliveryMisbehaviour trouble) throws Exception {
        city.sandbox().ivago().misbehave(trouble, 2);
        return deliverOnly();
    }

    private SyncReport deliverOnly() throws Exception {
        Agreement agreement = new Agreements(Path.of("mappings")).load(TestCity.AGREEMENT);
        try (Gateway gateway = new Gateway(city.settings(), Today.wallClock())) {
            return gateway.syncs()
                    .run(new SyncOffice.Part(agreement, JANUARY, new NoGathering()), false, Progress.NONE);
        }
    }

    private static List<List<String>> stillOpen(SyncReport report) {
        return report.findings().stream()
                .filter(finding -> finding.code().equals("sync.still-open"))
                .map(Finding::arguments)
                .toList();
    }

    private Path truth() {
        return city.sandbox().folder().resolve("city/truth.csv");
    }

    private List<String> delivered(String name) throws Exception {
        return Files.readAllLines(city.sandbox().folder().resolve("ivago/inbox/" + name + ".csv")).stream()
                .filter(line -> line.startsWith("L;"))
                .toList();
    }

    /** {@code household;category} of a year. */
    private TreeSet<String> credited(int year) throws Exception {
        return Files.readAllLines(city.sandbox().folder().resolve("ivago/credits.csv")).stream()
                .map(line -> line.split(";"))
                .filter(fields -> fields[3].equals(Integer.toString(year)))
                .map(fields -> fields[1] + ";" + fields[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
