package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Homes;
import be.zeef.app.Gateway;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.WholeReport;
import be.zeef.grant.GrantDesk;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.ksz.KszMisbehaviour;
import be.zeef.sandbox.soap.SoapMisbehaviour;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the sources do, whoever stays undetermined is counted under a cause: runs of the agreements that ask one by one
 * while each of the sandbox's misbehaviours happens. {@link WasteBagsEndToEndTest} does the same for the list in files.
 */
class UndeterminedCausesTest {

    /** Long enough that no attempt helps. */
    private static final int FOR_ALL_ATTEMPTS = 1000;

    @TempDir
    Path folder;

    private TestCity city;

    private Path home = Path.of("").toAbsolutePath();

    @BeforeEach
    void start() {
        city = new TestCity(folder.resolve("data"), 60, 400);
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private SyncReport sync(Agreement agreement, LocalDate on, Path population) throws Exception {
        try (Gateway gateway = new Gateway(city.settings(Map.of("attempts", 1)).withHome(home), Today.wallClock())) {
            return gateway.syncs()
                    .run(
                            gateway.syncs().parts(agreement, Optional.of(on), false, Optional.ofNullable(population)),
                            false,
                            Progress.NONE)
                    .get(0);
        }
    }

    private static Agreement agreement(String id) {
        return new Agreements(Path.of("mappings")).load(id);
    }

    private Path first(Path extract, int people) throws Exception {
        List<String> lines = Files.readAllLines(extract);
        return Files.write(folder.resolve("first.csv"), lines.subList(0, people + 1));
    }

    @Test
    void countsEveryPupil_whateverMagdaDoes() throws Exception {
        Path pupils = first(city.sandbox().folder().resolve("city/pupils.csv"), 3);
        for (SoapMisbehaviour kind : SoapMisbehaviour.values()) {
            city.sandbox().soap().misbehave(kind, FOR_ALL_ATTEMPTS);

            SyncReport report = sync(agreement("gent-onderwijs"), LocalDate.of(2026, 3, 1), pupils);

            city.sandbox().soap().misbehave(kind, -FOR_ALL_ATTEMPTS);
            WholeReport.holds(report);
            assertThat(report.undetermined()).as("%s: %s", kind, report).isPositive();
            assertThat(report.causes().keySet()).as("%s", kind).isSubsetOf(causes(kind));
        }
    }

    /** What happens to an inscription is told as that: who is not inscribed was never asked about. */
    private static List<String> causes(SoapMisbehaviour kind) {
        return switch (kind) {
            case THROTTLE, THROTTLE_LEVEL_2, SOURCE_BUSY, SLOW, FAULT_500, FAULT_503 -> List.of("no-answer");
            case UNKNOWN_PERSON, REPLACED_INSZ -> List.of("unusable-number");
            case ANOTHER_ANSWER -> List.of("not-inscribed", "another-person");
            case ANOTHER_PERSON -> List.of("another-person");
            case CUT_OFF, NOT_XML, UNKNOWN_CODE -> List.of("unusable-answer", "no-answer");
            case RESULT_ZERO -> List.of("missing", "unusable-answer", "not-inscribed", "household");
        };
    }

    @Test
    void countsEveryChild_whateverTheKszDoes() throws Exception {
        home = Homes.copy(folder.resolve("home"));
        Path file = home.resolve("mappings/agreements/heusden-zolder-kinderopvang.yaml");
        Files.writeString(file, Files.readString(file).replace("via: ksz-list", "via: ksz-soap"));
        Agreement online = new Agreements(home.resolve("mappings")).load("heusden-zolder-kinderopvang");
        Path some = first(city.sandbox().folder().resolve("heusden-zolder/population.csv"), 60);
        for (KszMisbehaviour kind : KszMisbehaviour.values()) {
            for (int i = 0; i < 20; i++) {
                city.sandbox().ksz().misbehave(kind);
            }

            WholeReport.holds(sync(online, LocalDate.of(2026, 8, 20), some));
        }
    }

    @Test
    void countsEveryHolder_whenMagdaIsDownAtTheRenewal() throws Exception {
        Agreement uitpas = agreement("gent-uitpas");
        LocalDate july = LocalDate.of(2026, 7, 16);
        int granted = 0;
        try (Gateway gateway = new Gateway(city.settings(), Today.wallClock())) {
            GrantDesk desk = gateway.desks().grant(uitpas, july);
            for (String insz : someOfTheCity()) {
                GrantDesk.Outcome outcome = desk.grant(Insz.of(insz, Realm.SANDBOX), july, "clerk-7", "");
                granted += outcome.result() == GrantDesk.Result.NOT_GRANTED ? 0 : 1;
            }
        }
        assertThat(granted).isPositive();
        city.sandbox().soap().misbehave(SoapMisbehaviour.FAULT_503, FOR_ALL_ATTEMPTS);

        SyncReport report = sync(uitpas, LocalDate.of(2027, 4, 1), null);

        assertThat(report.asked()).isEqualTo(granted);
        assertThat(report.causes()).containsEntry("no-answer", report.undetermined());
        assertThat(report.undetermined()).isPositive();
        WholeReport.holds(report);
    }

    private List<String> someOfTheCity() throws Exception {
        try (Stream<String> lines = Files.lines(city.sandbox().folder().resolve("city/truth.csv"))) {
            return lines.skip(1)
                    .map(line -> line.substring(0, line.indexOf(';')))
                    .filter(insz -> !insz.isEmpty())
                    .limit(60)
                    .toList();
        }
    }
}
