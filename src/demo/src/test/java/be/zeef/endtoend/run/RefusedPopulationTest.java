package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.cli.Zeef;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.SyncTable;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.WholeReport;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.delivery.DeliveryMisbehaviour;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Whoever stands on a refused line only is not asked about: that stays open, and every way to run a sync says so. */
class RefusedPopulationTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    private TestCity city;
    private Map<String, Object> all;
    private Path bad;
    private Path config;

    @BeforeEach
    void addTwoLinesThatAreNone() throws Exception {
        city = new TestCity(folder.resolve("data"), 60);
        bad = Files.copy(city.population(), folder.resolve("extract.csv"));
        Files.writeString(bad, "no line\nno line either\n", StandardOpenOption.APPEND);
        all = city.overrides();
        all.put(
                "populations",
                Map.of(TestCity.AGREEMENT, Map.of("file", city.population().toString(), "maxBadShare", 0.5)));
        config = Files.writeString(folder.resolve("zeef.yaml"), Json.of(all));
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void aRunIsDoneAndNotComplete_andCountsThem() throws Exception {
        SyncReport report = sync(bad, false);

        WholeReport.holds(report);
        assertThat(report.done()).as("%s", report.findings()).isTrue();
        assertThat(report.complete()).isFalse();
        assertTold(report);
        assertThat(codes(report)).contains("population.fields");
    }

    @Test
    void aDryRunSaysIt_andExitsWithOne() throws Exception {
        StringWriter text = new StringWriter();
        assertThat(dryRun(text, bad)).isEqualTo(1);
        assertThat(text.toString()).contains("sync.lines-not-asked", "zeef sync " + TestCity.AGREEMENT);

        StringWriter json = new StringWriter();
        assertThat(dryRun(json, bad, "--json")).isEqualTo(1);
        JsonNode read = new ObjectMapper().readTree(json.toString());
        assertThat(read.get("populationRowsRefused").asLong()).isEqualTo(2);
        assertThat(read.get("findings").findValuesAsText("code")).contains("sync.lines-not-asked", "population.fields");

        assertThat(dryRun(new StringWriter(), city.population())).isZero();
    }

    /** It decided over the extract that it was begun with, whatever lies there now. */
    @Test
    void aRunThatIsGoneOnWithSaysIt_alsoWhenTheExtractWasCorrectedMeanwhile() throws Exception {
        city.sandbox().ivago().misbehave(DeliveryMisbehaviour.DISK_FULL, 1);
        SyncReport unsent = sync(bad, false);
        assertThat(unsent.done()).isFalse();
        assertTold(unsent);

        SyncReport resumed = sync(city.population(), true);

        assertThat(resumed.done()).as("%s", resumed.findings()).isTrue();
        assertThat(resumed.complete()).isFalse();
        assertTold(resumed);
        assertThat(codes(resumed)).as("this extract's lines are good").doesNotContain("population.fields");
        assertThat(resumed.asked()).isEqualTo(unsent.asked()).isPositive();
    }

    private static void assertTold(SyncReport report) {
        assertThat(report.notAsked()).isEqualTo(2);
        assertThat(SyncTable.json(report)).containsEntry("populationRowsRefused", 2L);
        assertThat(report.findings())
                .filteredOn(finding -> finding.code().equals("sync.lines-not-asked"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments()).containsExactly("2", TestCity.AGREEMENT));
    }

    private static List<String> codes(SyncReport report) {
        return report.findings().stream().map(Finding::code).toList();
    }

    private SyncReport sync(Path population, boolean resume) throws Exception {
        Settings settings = SettingsFile.read(Path.of("no-such-zeef.yaml"), all);
        Agreement agreement = new Agreements(Path.of("mappings")).load(TestCity.AGREEMENT);
        try (Gateway gateway = new Gateway(settings, Today.wallClock())) {
            return gateway.syncs()
                    .run(
                            gateway.syncs().parts(agreement, Optional.of(JULY), resume, Optional.of(population)),
                            resume,
                            Progress.NONE)
                    .get(0);
        }
    }

    private int dryRun(StringWriter said, Path population, String... more) {
        CommandLine line = Zeef.line(Clock.systemUTC());
        line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return line.execute(Stream.concat(
                        Stream.of(
                                "sync",
                                TestCity.AGREEMENT,
                                "--dry-run",
                                "--on=" + JULY,
                                "--population=" + population,
                                "--config=" + config),
                        Stream.of(more))
                .toArray(String[]::new));
    }
}
