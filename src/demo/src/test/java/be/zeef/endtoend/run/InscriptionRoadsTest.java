package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.Truth;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.files.FileMisbehaviour;
import be.zeef.sandbox.soap.SoapMisbehaviour;
import be.zeef.subject.Today;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both roads to MAGDA's repertory lead to the same: who is inscribed, who is so no more, and what is decided about them. */
class InscriptionRoadsTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 16);
    private static final int LEAVERS = 3;

    @TempDir
    Path folder;

    /** A road, and how far ends misbehave on it. */
    enum Road {
        SOAP(Map.of("alwaysFileFrom", 100_000, "fileTurnaround", "PT1H")) {
            @Override
            void troubleOnce(TestCity city) {
                city.sandbox().soap().misbehave(SoapMisbehaviour.CUT_OFF, 1);
            }
        },
        FILE(Map.of("alwaysFileFrom", 1, "fileTurnaround", "PT0S")) {
            @Override
            void troubleOnce(TestCity city) {
                city.sandbox().magdaFiles().misbehave(FileMisbehaviour.DOUBLED, 1);
            }
        };

        private final Map<String, Object> inscription;

        Road(Map<String, Object> inscription) {
            this.inscription = inscription;
        }

        abstract void troubleOnce(TestCity city);

        /** As findings name it. */
        String word() {
            return this == SOAP ? "SOAP" : "file";
        }
    }

    private static SyncReport sync(TestCity city, Road road, LocalDate on, Path population) throws Exception {
        try (Gateway gateway = gateway(city, road)) {
            return gateway.syncs()
                    .run(
                            new Agreements(Path.of("mappings")).load("gent-huisvuilzakken"),
                            population,
                            on,
                            false,
                            Progress.NONE);
        }
    }

    private static Gateway gateway(TestCity city, Road road) {
        return new Gateway(city.settings(Map.of("inscription", road.inscription)), Today.wallClock());
    }

    private static long inscribed(TestCity city, Road road) {
        try (Gateway gateway = gateway(city, road)) {
            return Inside.database(gateway).withHandle(handle -> handle.createQuery("select count(*) from inscription")
                    .mapTo(Long.class)
                    .one());
        }
    }

    private static void assertRoad(SyncReport report, String code, Road road, int persons) {
        assertThat(report.findings())
                .filteredOn(finding -> finding.code().equals(code))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.arguments()).startsWith(Integer.toString(persons), road.word()));
    }

    @ParameterizedTest
    @EnumSource
    void leadsToTheSame(Road road) throws Exception {
        try (TestCity city = new TestCity(folder, 30, 500)) {
            List<String> all = Files.readAllLines(city.population());
            road.troubleOnce(city);

            SyncReport first = sync(city, road, JULY, city.population());

            int people = (int) inscribed(city, road);
            assertRoad(first, "sync.road-register", road, people);
            assertThat(city.credited())
                    .isNotEmpty()
                    .isEqualTo(Truth.credits(city.sandbox().folder().resolve("city/truth.csv"), JULY, JULY));
            assertThat(first.findings()).extracting(finding -> finding.code()).doesNotContain("sync.not-registered");

            Path fewer = Files.write(folder.resolve("fewer.csv"), all.subList(0, all.size() - LEAVERS));
            SyncReport second = sync(city, road, JULY.plusMonths(3), fewer);

            assertThat(second.findings())
                    .extracting(finding -> finding.code())
                    .doesNotContain("sync.road-register", "sync.not-deregistered");
            assertRoad(second, "sync.road-deregister", road, LEAVERS);
            assertThat(inscribed(city, road)).isEqualTo(people - LEAVERS);
        }
    }
}
