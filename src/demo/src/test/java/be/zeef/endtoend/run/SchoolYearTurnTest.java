package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Homes;
import be.zeef.app.Gateway;
import be.zeef.app.GrantDatabase;
import be.zeef.cli.Overrides;
import be.zeef.endtoend.city.TestCity;
import be.zeef.grant.HandGrants;
import be.zeef.grant.OpenGrants;
import be.zeef.grant.OpenPeriod;
import be.zeef.ledger.Ledger;
import be.zeef.plan.Plans;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.delivery.DeliveryMisbehaviour;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.storage.Storage;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was open on 31 August goes out in September as a grant of the school year that is over; over the real protocols. */
class SchoolYearTurnTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 15);
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 20);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 15);

    @TempDir
    Path folder;

    private TestCity city;

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void deliversDiscountsOfTheOldSchoolYear_thatInvoicingRefusedInJune() throws Exception {
        city = new TestCity(folder, 60, 400);
        city.sandbox().education().misbehave(DeliveryMisbehaviour.REFUSE_FILE, 1);
        SyncReport june = sync("gent-onderwijs", pupils("2025-2026"), JUNE);
        assertThat(june.receipt()).isEqualTo("refused");
        assertThat(june.delivered()).isPositive();

        SyncReport september = sync("gent-onderwijs", pupils("2026-2027"), SEPTEMBER);

        assertThat(september.done()).as("%s", september.findings()).isTrue();
        assertThat(september.delivery()).isEqualTo("EDU.TARIEF.2025.00002, EDU.TARIEF.2026.00001");
        assertThat(rows("education", ";2026-08-31")).hasSize((int) june.delivered());
        assertThat(rows("education", ";2026-09-01;2027-08-31")).hasSize((int) september.granted());
        assertThat(september.granted()).isPositive();
        assertThat(september.findings())
                .filteredOn(finding -> finding.code().equals("sync.of-another-period"))
                .extracting(Finding::arguments)
                .containsExactly(List.of(Long.toString(june.delivered()), "EDU.TARIEF.2025.00002"));
    }

    @Test
    void deliversWhatAClerkEnteredInJune_withTheDeliveryOfAugust() throws Exception {
        city = new TestCity(folder, 1000, 400);
        String id = "heusden-zolder-kinderopvang";
        Path population = city.sandbox().folder().resolve("heusden-zolder/population.csv");
        String child = young(population);
        Agreement agreement = new Agreements(Path.of("mappings")).load(id);
        try (GrantDatabase database = new GrantDatabase(city.settings(), agreement, Today.wallClock())) {
            assertThat(database.grants()
                            .grant(
                                    Plans.ofClerk(agreement, JUNE),
                                    Insz.of(child, Realm.SANDBOX),
                                    "SOCIAL",
                                    "clerk-7",
                                    "attest ziekenfonds"))
                    .isEqualTo(HandGrants.Result.GRANTED);
        }

        SyncReport august = sync(id, population, AUGUST);

        assertThat(august.done()).as("%s", august.findings()).isTrue();
        assertThat(august.delivery()).isEqualTo("KIND.SOCTAR.2025.00001, KIND.SOCTAR.2026.00001");
        assertThat(rows("childcare", ";2025-09-01;2026-08-31"))
                .containsExactly(child + ";SOCIAL;2025-09-01;2026-08-31");
        assertThat(rows("childcare", ";2026-09-01;2027-08-31")).isNotEmpty().hasSize((int) august.granted());
    }

    @Test
    void deliversTheBetterClassOfTheOldSchoolYear_thatWasDecidedWhileReceiptsWereAwaited() throws Exception {
        city = new TestCity(folder.resolve("data"), 240, 400);
        Path home = Homes.copy(folder.resolve("home"));
        Path terms = home.resolve("mappings/agreements/gent-onderwijs.yaml");
        String agreed = Files.readString(terms);
        Path pupils = pupils("2025-2026");
        Files.writeString(terms, agreed.replace("grensB: \"23000\"", "grensB: \"1\""));
        city.sandbox()
                .education()
                .misbehave(DeliveryMisbehaviour.NO_RESULT, 3); // as it came, and each time it is asked
        SyncReport may = sync(home, pupils, MAY);
        assertThat(may.receipt()).isEqualTo("accepted");
        assertThat(classes()).as("invoicing has them, and has not said so").containsOnly("C");

        Files.writeString(terms, agreed);
        SyncReport stillAwaited = sync(home, pupils, JUNE.minusDays(1));
        long better = waiting(stillAwaited);
        assertThat(better).isPositive();
        SyncReport june = sync(home, pupils, JUNE);

        assertThat(june.done()).as("%s", june.findings()).isFalse();
        assertThat(waiting(june)).isEqualTo(better);
        assertThat(open()).singleElement().satisfies(period -> {
            assertThat(period.until()).isEqualTo("2026-08-31");
            assertThat(period.undelivered()).isEqualTo(better);
            assertThat(period.improvements()).isEqualTo(better);
        });
        assertThat(classes()).doesNotContain("B");

        SyncReport september = sync(home, pupils("2026-2027"), SEPTEMBER);

        assertThat(september.done()).as("%s", september.findings()).isTrue();
        assertThat(september.delivery()).isEqualTo("EDU.TARIEF.2025.00002, EDU.TARIEF.2026.00001");
        assertThat(september.findings())
                .filteredOn(finding -> finding.code().equals("sync.of-another-period"))
                .extracting(Finding::arguments)
                .containsExactly(List.of(Long.toString(better), "EDU.TARIEF.2025.00002"));
        assertThat(classes()).filteredOn("B"::equals).hasSize((int) better);
        assertThat(open()).isEmpty();
    }

    /** For how many the run tells that a better class waits. */
    private static long waiting(SyncReport report) {
        return report.findings().stream()
                .filter(finding -> finding.code().equals("sync.improvement-waits"))
                .map(finding -> finding.arguments().get(0))
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** What invoicing has of the old school year. */
    private List<String> classes() throws Exception {
        return rows("education", ";2025-09-01;2026-08-31").stream()
                .map(row -> row.split(";")[1])
                .toList();
    }

    private List<OpenPeriod> open() {
        try (Storage storage = Storage.open(city.settings().database(), Clock.systemUTC())) {
            return new OpenGrants(storage.jdbi(), new Ledger(storage.jdbi(), Today.wallClock()), "gent-onderwijs")
                    .periods();
        }
    }

    private SyncReport sync(Path home, Path population, LocalDate on) throws Exception {
        Agreement agreement = new Agreements(home.resolve("mappings")).load("gent-onderwijs");
        Settings settings = SettingsFile.read(
                Path.of("no-such-zeef.yaml"), Overrides.over(city.overrides(), Map.of("home", home.toString())));
        try (Gateway gateway = new Gateway(settings, Today.wallClock())) {
            return gateway.syncs().run(agreement, population, on, false, Progress.NONE);
        }
    }

    private SyncReport sync(String id, Path population, LocalDate on) throws Exception {
        Agreement agreement = new Agreements(Path.of("mappings")).load(id);
        try (Gateway gateway = new Gateway(city.settings(), Today.wallClock())) {
            return gateway.syncs().run(agreement, population, on, false, Progress.NONE);
        }
    }

    /** The city's pupils, enrolled for this school year. */
    private Path pupils(String schoolYear) throws Exception {
        Path all = city.sandbox().folder().resolve("city/pupils.csv");
        return Files.writeString(
                folder.resolve(schoolYear + ".csv"),
                Files.readString(all).replaceAll(";\\d{4}-\\d{4};", ";" + schoolYear + ";"));
    }

    private static String young(Path population) throws Exception {
        return Files.readAllLines(population).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(fields -> fields.length == 6 && fields[5].isEmpty() && fields[4].startsWith("20"))
                .map(fields -> fields[0])
                .filter(insz -> insz.matches("\\d{11}")
                        && Insz.fault(insz, Realm.SANDBOX).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** What the recipient has for this period. */
    private List<String> rows(String recipient, String period) throws Exception {
        Path table = city.sandbox().folder().resolve(recipient + "/tariffs.csv");
        if (Files.notExists(table)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(table)) {
            return lines.filter(line -> line.endsWith(period)).toList();
        }
    }
}
