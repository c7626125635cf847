package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.Truth;
import be.zeef.endtoend.city.WholeReport;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.row.RowEvidence;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.delivery.DeliveryMisbehaviour;
import be.zeef.sandbox.files.FileMisbehaviour;
import be.zeef.storage.Storage;
import be.zeef.sync.DecisionEvidence;
import be.zeef.validation.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WasteBagsEndToEndTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    private static Path truth(TestCity city) {
        return city.sandbox().folder().resolve("city/truth.csv");
    }

    private static List<String> codes(SyncReport report) {
        return report.findings().stream().map(Finding::code).toList();
    }

    @Test
    void shouldCreditExactlyTheHouseholdsOfTheTruth_whenTheCityIsSynced() throws Exception {
        try (TestCity city = new TestCity(folder, 700)) {
            SyncReport report = city.sync("2026-07-16");

            assertThat(city.credited()).isNotEmpty().isEqualTo(Truth.credits(truth(city), JULY, JULY));
            assertThat(report.undetermined()).isPositive().isEqualTo(Truth.undetermined(truth(city), JULY, JULY));
            assertThat(report.granted()).isEqualTo(city.credited().size());
            assertThat(report.receipt()).isEqualTo("confirmed");
            assertThat(report.done()).isTrue();
            assertThat(report.complete()).as("somebody is undetermined").isFalse();
            assertThat(report.causes()).containsOnlyKeys("household", "missing");
            WholeReport.holds(report);
            assertThat(codes(report)).contains("sync.road-register");
            assertDelivered(city);
            assertLedgerHolds(city);

            SyncReport second = city.sync("2026-07-16");

            assertThat(second.granted()).isZero();
            assertThat(second.delivered()).isZero();
            assertThat(second.alreadyGranted()).isEqualTo(report.granted());
        }
    }

    private static void assertDelivered(TestCity city) throws Exception {
        Path inbox = city.sandbox().folder().resolve("ivago/inbox/IVAGO.SOCTEG.2026.00001.csv");
        TreeSet<String> lines = new TreeSet<>();
        for (String line : Files.readAllLines(inbox)) {
            String[] fields = line.split(";", -1);
            if (fields[0].equals("L")) {
                lines.add(fields[2] + ";" + fields[3]);
                assertThat(fields).hasSize(7);
            }
        }
        assertThat(lines).isEqualTo(Truth.credits(truth(city), JULY, JULY));
    }

    private static void assertLedgerHolds(TestCity city) {
        try (Storage storage = Storage.open(city.settings().database(), Clock.systemUTC())) {
            assertThat(new LedgerVerifier(storage.jdbi()).verify().holds()).isTrue();
            assertThat(new RowEvidence(storage.jdbi()).breaks()).isEmpty();
            assertThat(new DecisionEvidence(storage.jdbi()).breaks()).isEmpty();
            storage.jdbi()
                    .useHandle(handle -> handle.execute("update decision set outcome = 'ELIGIBLE' where subject ="
                            + " (select min(subject) from decision where outcome = 'NOT_ELIGIBLE')"));
            assertThat(new DecisionEvidence(storage.jdbi()).breaks()).hasSize(1);
            storage.jdbi().useHandle(handle -> handle.execute("update ledger_entry set body = '{}' where id = 3"));
            assertThat(new LedgerVerifier(storage.jdbi()).verify().broken())
                    .hasValueSatisfying(broken -> assertThat(broken.entry()).isEqualTo(3));
        }
    }

    @Test
    void shouldSendOnlyHouseholdsNewlyFound_whenTheBufferIsRefreshed() throws Exception {
        try (TestCity city = new TestCity(folder, 500)) {
            city.sandbox().magdaFiles().refresh(LocalDate.of(2026, 1, 5));
            city.sync("2026-01-16");
            TreeSet<String> january = city.credited();

            city.sandbox().magdaFiles().refresh(JULY);
            SyncReport july = city.sync("2026-07-16");

            TreeSet<String> expected = Truth.credits(truth(city), LocalDate.of(2026, 1, 16), LocalDate.of(2026, 1, 5));
            assertThat(january).isEqualTo(expected);
            expected.addAll(Truth.credits(truth(city), JULY, JULY));
            assertThat(city.credited()).isEqualTo(expected);
            assertThat(july.granted()).isPositive().isEqualTo(expected.size() - january.size());
        }
    }

    @Test
    void shouldInscribeNewcomersAndEndTheInscriptionOfLeaversBySoap_whenTheyAreFew() throws Exception {
        try (TestCity city = new TestCity(folder, 300)) {
            List<String> all = Files.readAllLines(city.population());
            Path before = folder.resolve("before.csv");
            Path after = folder.resolve("after.csv");
            Files.write(before, all.subList(0, all.size() - 8));
            TreeSet<String> fewer = new TreeSet<>(all.subList(1, 6));
            Files.write(
                    after, all.stream().filter(line -> !fewer.contains(line)).toList());

            city.sync("2026-04-16", before, false);
            long calls = city.sandbox().soap().calls();
            SyncReport report = city.sync("2026-07-16", after, false);

            assertThat(calls).isZero();
            assertThat(city.sandbox().soap().calls()).isBetween(10L, 30L);
            assertThat(report.findings())
                    .filteredOn(finding -> finding.code().startsWith("sync.road"))
                    .allSatisfy(
                            finding -> assertThat(finding.arguments().get(1)).isEqualTo("SOAP"))
                    .hasSize(2);
            assertThat(codes(report)).doesNotContain("sync.not-registered", "sync.not-deregistered");
        }
    }

    @ParameterizedTest
    @EnumSource(FileMisbehaviour.class)
    void shouldNeverTurnDoubtIntoNo_whenMagdaMisbehavesOnce(FileMisbehaviour kind) throws Exception {
        try (TestCity city = new TestCity(folder, 200)) {
            city.sandbox().magdaFiles().misbehave(kind, 1);

            SyncReport report = city.sync("2026-07-16");

            WholeReport.holds(report);
            TreeSet<String> truth = Truth.credits(truth(city), JULY, JULY);
            long missed = truth.size() - city.credited().size();
            assertThat(truth).containsAll(city.credited());
            assertThat(report.undetermined())
                    .isGreaterThanOrEqualTo(Truth.undetermined(truth(city), JULY, JULY) + missed);
            switch (kind) {
                case TRUNCATED, DOCTYPE, LEVEL_2, ANOTHER_QUESTION, SILENT -> {
                    assertThat(codes(report)).contains("sync.question-again");
                    assertThat(missed).as("asked again, so nobody is missed").isZero();
                }
                case DOUBLED -> assertThat(missed).isZero();
                case ANOTHER_PERSON -> assertThat(codes(report)).contains("list.person-not-asked");
                case CONTRADICTION -> {
                    assertThat(codes(report)).contains("list.person-contradicted");
                    assertThat(report.causes()).containsKey("contradicted");
                }
                case HALF -> {
                    assertThat(codes(report)).contains("list.person-missing");
                    assertThat(report.causes()).containsKey("missing");
                }
                case LEVEL_3 -> assertThat(codes(report)).contains("list.exception-level-3");
                case PERIOD_ELSEWHERE -> {
                    assertThat(codes(report)).contains("list.period-doubtful");
                    assertThat(report.causes()).containsKey("doubtful");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DeliveryMisbehaviour.class)
    void shouldTellAndRecover_whenIvagoMisbehavesOnce(DeliveryMisbehaviour kind) throws Exception {
        try (TestCity city = new TestCity(folder, 120);
                Gateway gateway = city.gateway()) {
            city.sandbox().ivago().misbehave(kind, 1);

            SyncReport first = city.sync(gateway, "2026-07-16", city.population(), false);
            if (kind == DeliveryMisbehaviour.DISK_FULL) {
                assertThat(first.complete()).isFalse();
                city.sync(gateway, "2026-07-16", city.population(), true);
            }
            SyncReport second = city.sync(gateway, "2026-07-16", city.population(), false);

            switch (kind) {
                case NO_ACK -> assertThat(first.receipt()).isEqualTo("confirmed");
                case NO_RESULT, WRONG_SIGNER, UNSIGNED_RECEIPT, RECEIPT_FOR_ANOTHER ->
                    assertThat(codes(first)).contains("sync.receipt-chased");
                case REFUSE_FILE -> {
                    assertThat(codes(first)).contains("sync.delivery-refused");
                    assertThat(first.receipt()).isEqualTo("refused");
                    assertThat(first.refusedLines()).isEqualTo(first.delivered());
                    assertThat(first.complete()).isFalse();
                }
                case LATE, DISK_FULL -> assertThat(codes(second)).doesNotContain("sync.receipt-chased");
                case REFUSE_LINE -> {
                    assertThat(first.refusedLines()).isEqualTo(1);
                    assertThat(first.receipt()).isEqualTo("partly refused");
                    assertThat(first.complete()).isFalse();
                }
            }
            assertThat(second.granted()).isZero();
            assertThat(city.credited()).isEqualTo(Truth.credits(truth(city), JULY, JULY));
        }
    }

    @Test
    void shouldLeaveEveryoneWithoutAnotherRightUndetermined_whenTheOcmwIsDown() throws Exception {
        try (TestCity city = new TestCity(folder, 120)) {
            city.overrideOcmw("jdbc:h2:tcp://127.0.0.1:1/ocmw");

            SyncReport report = city.sync("2026-07-16");

            assertThat(report.complete()).isFalse();
            assertThat(report.notEligible()).isZero();
            assertThat(report.granted()).isPositive();
            assertThat(codes(report)).contains("sync.ocmw-unavailable");
            assertThat(report.causes()).containsKey("no-answer");
            WholeReport.holds(report);
        }
    }
}
