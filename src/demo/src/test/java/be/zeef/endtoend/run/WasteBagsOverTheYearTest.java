package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.Truth;
import be.zeef.run.SyncReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Households that come into the right in the course of a year are found at the next of its four moments, and nobody twice. */
class WasteBagsOverTheYearTest {

    private static final List<LocalDate> MOMENTS = List.of(
            LocalDate.of(2026, 1, 16),
            LocalDate.of(2026, 4, 16),
            LocalDate.of(2026, 7, 16),
            LocalDate.of(2026, 10, 16));

    @TempDir
    Path folder;

    @Test
    void findsAtEachMomentWhoHasTheRightThen() throws Exception {
        try (TestCity city = new TestCity(folder, 500)) {
            Path truth = city.sandbox().folder().resolve("city/truth.csv");
            TreeSet<String> expected = new TreeSet<>();
            for (LocalDate moment : MOMENTS) {
                city.sandbox().magdaFiles().refresh(moment.withDayOfMonth(1));
                TreeSet<String> now = Truth.credits(truth, moment, moment);
                long before = expected.size();
                expected.addAll(now);

                SyncReport report = city.sync(moment.toString());

                assertThat(city.credited()).as("%s", moment).isEqualTo(expected);
                assertThat(report.granted()).as("%s", moment).isPositive().isEqualTo(expected.size() - before);
            }
        }
    }

    @Test
    void findsNobodyWhoseRightEndedBeforeTheFirstMomentThatWasRun() throws Exception {
        try (TestCity city = new TestCity(folder, 500)) {
            Path truth = city.sandbox().folder().resolve("city/truth.csv");
            LocalDate october = MOMENTS.get(3);

            TreeSet<String> expected = Truth.credits(truth, october, october);
            TreeSet<String> ended = Truth.credits(truth, MOMENTS.get(0), MOMENTS.get(0));
            ended.removeAll(expected);

            city.sync(october.toString());

            assertThat(ended).as("the city has such people").isNotEmpty();
            assertThat(city.credited()).isEqualTo(expected).doesNotContainAnyElementsOf(ended);
        }
    }
}
