package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.Truth;
import be.zeef.endtoend.city.WholeReport;
import be.zeef.run.SyncReport;
import be.zeef.storage.Storage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run for a day that is past, over an extract of today: what happened since does not change what was so then. */
class LateRunTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    @Test
    void decidesEveryHouseholdAsItWas_thoughEachHasHadABabySince() throws Exception {
        try (TestCity city = new TestCity(folder, 120)) {
            Path population = withABabyInEveryHousehold(city);
            Path truth = city.sandbox().folder().resolve("city/truth.csv");

            SyncReport report = city.sync("2026-07-16", population, false);

            assertThat(city.credited()).isNotEmpty().isEqualTo(Truth.credits(truth, JULY, JULY));
            assertThat(report.undetermined()).isEqualTo(Truth.undetermined(truth, JULY, JULY));
            assertThat(report.findings())
                    .filteredOn(finding -> finding.code().equals("population.not-yet-born"))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.arguments())
                            .containsExactly(Integer.toString(heads(city).size()), "2026-07-16"));
            WholeReport.holds(report);
        }
    }

    @Test
    void endsNoInscriptionOfWhoWasBornSince() throws Exception {
        try (TestCity city = new TestCity(folder, 60)) {
            Path population = withABabyInEveryHousehold(city);
            city.sync("2026-10-16", population, false);
            long inscribed = inscribed(city);

            city.sync("2026-07-16", population, false);

            assertThat(inscribed(city)).isEqualTo(inscribed);
        }
    }

    private static long inscribed(TestCity city) {
        try (Storage storage = Storage.open(city.settings().database(), Clock.systemUTC())) {
            return storage.jdbi().withHandle(handle -> handle.createQuery("select count(*) from inscription")
                    .mapTo(Long.class)
                    .one());
        }
    }

    private Path withABabyInEveryHousehold(TestCity city) throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(city.population()));
        List<String> heads = heads(city);
        for (int i = 0; i < heads.size(); i++) {
            lines.add(baby(i) + ";" + heads.get(i) + ";03;9000;2026-08-" + day(i) + ";;;");
        }
        return Files.write(folder.resolve("with-babies.csv"), lines);
    }

    /** The reference persons who live. */
    private static List<String> heads(TestCity city) throws Exception {
        return Files.readAllLines(city.population()).stream()
                .map(line -> line.split(";", -1))
                .filter(fields -> fields.length == 8
                        && fields[5].isEmpty()
                        && fields[2].equals("01")
                        && fields[0].equals(fields[1]))
                .map(fields -> fields[0])
                .distinct()
                .toList();
    }

    private static String day(int i) {
        return "%02d".formatted(1 + i % 28);
    }

    private static String baby(int i) {
        long first = Long.parseLong("2668" + day(i) + "%03d".formatted(900 + i / 28));
        return "%09d%02d".formatted(first, 97 - (2_000_000_000L + first) % 97);
    }
}
