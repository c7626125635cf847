package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.Overrides;
import be.zeef.cli.text.Json;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.Truth;
import be.zeef.endtoend.city.ZeefProcess;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.row.RowEvidence;
import be.zeef.sandbox.delivery.DeliveryMisbehaviour;
import be.zeef.storage.Storage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run with a delivery for each of two years, killed with SIGKILL when a given file of one of them has arrived, and resumed:
 * every household is credited once for each year.
 */
@Tag("slow")
class KilledBetweenDeliveriesTest {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 16);
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 16);
    private static final String OLD = "IVAGO.SOCTEG.2026.00002";
    private static final String NEW = "IVAGO.SOCTEG.2027.00001";

    @TempDir
    Path folder;

    @Test
    void creditsEachYearOnce_whereverItIsKilled() throws Exception {
        Path october = afterOctober();
        boolean between = false;
        for (String last : List.of(OLD + ".csv.p7m", OLD + ".go", NEW + ".csv.p7m", NEW + ".go")) {
            try (TestCity city = new TestCity(copy(october, folder.resolve(last)), 60)) {
                city.sandbox().magdaFiles().refresh(OCTOBER);
                Path config = Files.writeString(
                        city.sandbox().folder().resolveSibling("zeef.yaml"),
                        Json.of(Overrides.over(
                                city.overrides(),
                                Map.of("partners", Map.of("ivago", Map.of("receiptWithin", "PT60S"))))));

                Process first = start(config, false);
                Path in = city.sandbox().folder().resolve("ivago/sftp/in");
                awaitFile(in.resolve(last), first);
                first.destroyForcibly().waitFor();
                between |= Files.exists(in.resolve(OLD + ".go")) && !Files.exists(in.resolve(NEW + ".go"));

                Process second = start(config, true);
                assertThat(second.waitFor(120, TimeUnit.SECONDS)).isTrue();
                String told = "killed after " + last + ": " + log(config, true);
                assertThat(log(config, true)).as(told).contains("\"done\":true");
                assertCreditedOnce(city, told);
                assertSettled(city, told);
            }
        }
        assertThat(between).as("one was killed between the two deliveries").isTrue();
    }

    /** A city of which one line of October was refused, so that a run of January has that to deliver, too. */
    private Path afterOctober() throws Exception {
        Path data = folder.resolve("october");
        try (TestCity city = new TestCity(data, 60)) {
            city.sandbox().magdaFiles().refresh(OCTOBER);
            city.sandbox().ivago().misbehave(DeliveryMisbehaviour.REFUSE_LINE, 1);
            assertThat(city.sync(OCTOBER.toString()).refusedLines()).isEqualTo(1);
        }
        // an IVAGO that is started again answers once more to what lies there
        Files.delete(data.resolve("sandbox/ivago/sftp/in/IVAGO.SOCTEG.2026.00001.go"));
        return data;
    }

    private static Path copy(Path from, Path to) throws Exception {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to;
    }

    /** Until it is there or the process has ended; looks often, as the moment between two files is short. */
    private static void awaitFile(Path file, Process process) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!Files.exists(file) && !process.waitFor(2, TimeUnit.MILLISECONDS)) {
            assertThat(System.nanoTime()).as(file + " has arrived").isLessThan(deadline);
        }
    }

    private static void assertCreditedOnce(TestCity city, String told) throws Exception {
        Path truth = city.sandbox().folder().resolve("city/truth.csv");
        List<String> expected = new ArrayList<>();
        expected.addAll(Truth.told(truth, OCTOBER, OCTOBER));
        expected.addAll(Truth.told(truth, JANUARY, OCTOBER));
        List<String> credited = Files.readAllLines(city.sandbox().folder().resolve("ivago/credits.csv")).stream()
                .map(line -> line.substring(line.indexOf(';') + 1))
                .toList();
        assertThat(credited).as(told).containsExactlyInAnyOrderElementsOf(new TreeSet<>(expected));
    }

    private static void assertSettled(TestCity city, String told) {
        try (Storage storage = Storage.open(city.settings().database(), Clock.systemUTC())) {
            assertThat(new LedgerVerifier(storage.jdbi()).verify().holds()).isTrue();
            assertThat(new RowEvidence(storage.jdbi()).breaks()).isEmpty();
            long unsettled = storage.jdbi().withHandle(handle -> handle.createQuery(
                            "select (select count(*) from sync where open_for is not null)"
                                    + " + (select count(*) from delivery where state <> 'CONFIRMED')"
                                    + " + (select count(*) from grants where result is null or result = 'REFUSED')")
                    .mapTo(Long.class)
                    .one());
            assertThat(unsettled).as(told).isZero();
        }
    }

    private static String log(Path config, boolean resume) throws Exception {
        return Files.readString(logFile(config, resume));
    }

    private static Path logFile(Path config, boolean resume) {
        return config.resolveSibling(resume ? "second.log" : "first.log");
    }

    private static Process start(Path config, boolean resume) throws Exception {
        List<String> command = new ArrayList<>(
                ZeefProcess.command("sync", TestCity.AGREEMENT, "--json", "--config", config.toString()));
        // gone on with on the day it is of, without being told
        command.addAll(resume ? List.of("--resume") : List.of("--on", JANUARY.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(logFile(config, resume).toFile())
                .directory(new File("").getAbsoluteFile())
                .start();
    }
}
