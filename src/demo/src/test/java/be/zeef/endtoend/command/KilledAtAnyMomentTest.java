package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.Overrides;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.Truth;
import be.zeef.endtoend.city.ZeefProcess;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.row.RowEvidence;
import be.zeef.storage.Storage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs syncs in processes of their own, kills each with SIGKILL at a seeded moment, resumes, and compares with truth. */
@Tag("slow")
class KilledAtAnyMomentTest {

    /** Twenty with {@code -Dzeef.kills=20}; each takes some seconds. */
    private static final int MOMENTS = Integer.getInteger("zeef.kills", 4);

    @TempDir
    Path folder;

    @Test
    void shouldReachTheSameStateAndDoubleNothing_whenKilledAndResumed() throws Exception {
        Random random = new Random(20260716);
        int interrupted = 0;
        for (int trial = 0; trial < MOMENTS; trial++) {
            Path data = folder.resolve("trial-" + trial);
            try (TestCity city = new TestCity(data, 60)) {
                Path config = data.resolve("zeef.yaml");
                new ObjectMapper(new YAMLFactory())
                        .writeValue(
                                config.toFile(),
                                Overrides.over(
                                        city.overrides(),
                                        Map.of("partners", Map.of("ivago", Map.of("receiptWithin", "PT60S")))));
                long moment = 900 + random.nextInt(5200);
                Process first = start(config, false, data.resolve("first.log"));
                boolean ended = first.waitFor(moment, TimeUnit.MILLISECONDS);
                first.destroyForcibly().waitFor();
                interrupted += ended ? 0 : 1;

                Process second = start(config, true, data.resolve("second.log"));
                assertThat(second.waitFor(300, TimeUnit.SECONDS)).isTrue();

                String said = Files.readString(data.resolve("second.log"));
                String told = "killed after " + moment + " ms: " + said;
                JsonNode report = new ObjectMapper()
                        .readTree(said.lines()
                                .filter(line -> line.startsWith("{\"command\""))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError(told)))
                        .path("syncs")
                        .path(0);
                assertThat(report.path("done").asBoolean()).as(told).isTrue();
                assertThat(second.exitValue())
                        .as(told)
                        .isEqualTo(report.path("undetermined").asLong() == 0 ? 0 : 1);
                assertCauses(report, told);
                TreeSet<String> truth = Truth.credits(
                        city.sandbox().folder().resolve("city/truth.csv"),
                        LocalDate.of(2026, 7, 16),
                        LocalDate.of(2026, 7, 16));
                assertThat(city.credited()).as(told).isEqualTo(truth);
                assertSettled(city, told);
            }
        }
        assertThat(interrupted).as("runs that were really interrupted").isGreaterThan(MOMENTS / 2);
    }

    /** The same before and after a crash: each cause is stored with its decision. */
    private static void assertCauses(JsonNode report, String told) {
        long sum = 0;
        for (JsonNode count : report.path("causes")) {
            sum += count.asLong();
        }
        assertThat(sum).as(told).isEqualTo(report.path("undetermined").asLong());
    }

    private static void assertSettled(TestCity city, String told) {
        try (Storage storage = Storage.open(city.settings().database(), Clock.systemUTC())) {
            LedgerVerifier.Verdict verdict = new LedgerVerifier(storage.jdbi()).verify();
            assertThat(new RowEvidence(storage.jdbi()).breaks()).isEmpty();
            assertThat(verdict.holds()).isTrue();
            assertThat(verdict.open()).as(told).isEmpty();
            long unsettled = storage.jdbi().withHandle(handle -> handle.createQuery(
                            "select (select count(*) from sync where open_for is not null)"
                                    + " + (select count(*) from delivery where state <> 'CONFIRMED')"
                                    + " + (select count(*) from grants where result is null)")
                    .mapTo(Long.class)
                    .one());
            assertThat(unsettled).as(told).isZero();
        }
    }

    private static Process start(Path config, boolean resume, Path log) throws Exception {
        List<String> command = new ArrayList<>(ZeefProcess.command(
                "sync", TestCity.AGREEMENT, "--on", "2026-07-16", "--json", "--config", config.toString()));
        if (resume) {
            command.add("--resume");
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .directory(new File("").getAbsoluteFile())
                .start();
    }
}
