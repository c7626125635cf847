package be.zeef.plan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which day is asked about at each moment of a year: of Ghent's bags people are to be found soon after they come into the right. */
class AskedDayTest {

    private static final Path MAPPINGS = Path.of("mappings");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "2026-01-16, 2026-01-01",
        "2026-04-16, 2026-04-01",
        "2026-07-16, 2026-07-01",
        "2026-10-16, 2026-10-01",
        "2026-12-31, 2026-10-01",
        "2027-01-01, 2027-01-01"
    })
    void isTheFirstOfTheQuarter_forBothSourcesOfTheBags(LocalDate moment, LocalDate day) {
        SyncPlan plan = Plans.of(new Agreements(MAPPINGS).load("gent-huisvuilzakken"), moment);

        assertThat(plan.list().orElseThrow().statuses()).singleElement().satisfies(status -> assertThat(status.on())
                .isEqualTo(day));
        assertThat(plan.measures().on()).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2026-07-16, 2026-07-05", "2026-07-04, 2026-05-05", "2027-02-01, 2026-11-05"})
    void isTheLastRefreshThatTheAgreementNames(LocalDate moment, LocalDate day) throws Exception {
        Agreement agreement =
                bags("{day: 1, months: [1, 4, 7, 10]}", "{day: 5, months: [11, 5, 7]}", "daysAfterRefresh: 15");

        assertThat(Plans.of(agreement, moment).measures().on()).isEqualTo(day);
    }

    @Test
    void isTheDayOfTheList_forMeasuresThatNameNone() throws Exception {
        Agreement agreement = bags("    on: day-of-refresh ", "    # on: ", "");

        assertThat(Plans.of(agreement, LocalDate.of(2026, 5, 20)).measures().on())
                .isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void isTheMonthOfTheRun_whereTheMunicipalityGrantsToWhoHasItInAugust() {
        SyncPlan plan =
                Plans.of(new Agreements(MAPPINGS).load("heusden-zolder-kinderopvang"), LocalDate.of(2026, 8, 20));

        assertThat(plan.list().orElseThrow().statuses().get(0).on()).isEqualTo(LocalDate.of(2026, 8, 1));
    }

    @Test
    void isTheDayOfTheQuestion_atTheCounter() {
        LocalDate day = LocalDate.of(2026, 7, 16);

        assertThat(Plans.of(new Agreements(MAPPINGS).load("gent-uitpas"), day)
                        .measures()
                        .on())
                .isEqualTo(day);
    }

    /** @param moments what comes before them is made into moments that come after every refresh; empty to leave them */
    private Agreement bags(String line, String instead, String moments) throws Exception {
        String text = Files.readString(MAPPINGS.resolve("agreements/gent-huisvuilzakken.yaml"));
        assertThat(text).contains(line).contains(moments);
        String edited = text.replace(line, instead);
        Path file = folder.resolve("gent-huisvuilzakken.yaml");
        Files.writeString(file, moments.isEmpty() ? edited : edited.replace(moments, "day: 16\n  months: [12]"));
        return new Agreements(MAPPINGS).load(file);
    }
}
