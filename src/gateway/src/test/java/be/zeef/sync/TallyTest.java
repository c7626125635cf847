package be.zeef.sync;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a run says of itself at the end is true, and what decides it is never pushed out. */
class TallyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);

    private final Tally tally = new Tally();

    private SyncReport report() {
        return tally.report("town", DAY, 1);
    }

    @Test
    void shouldBeCompleteAndDone_whenNothingIsLeft() {
        assertThat(report().done()).isTrue();
        assertThat(report().complete()).isTrue();
    }

    /** Each step was done; and somebody stands in the population whom nobody asked about. */
    @Test
    void shouldBeDoneAndNotComplete_whenLinesOfThePopulationWereRefused() {
        tally.decided(new Tally.Decided(5, 3, 0, Map.of(), 5, 0, 0, 2));

        assertThat(report().done()).isTrue();
        assertThat(report().complete()).isFalse();
        assertThat(report().notAsked()).isEqualTo(2);
        assertThat(report().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("sync.lines-not-asked");
            assertThat(finding.arguments()).containsExactly("2", "town");
        });
    }

    @Test
    void shouldBeDoneAndNotComplete_whileSomethingIsAPersonsTurn() {
        tally.open(Finding.warning("sync.tariff-not-possible", Location.WHOLE, "1", "NO_PASS", "2027-01-01", "town"));

        assertThat(report().done()).isTrue();
        assertThat(report().complete()).isFalse();
    }

    @Test
    void shouldSayConfirmed_onlyWhereItIsTrueOfEveryLine() {
        assertThat(Tally.receipt(10, 0, "confirmed")).isEqualTo("confirmed");
        assertThat(Tally.receipt(10, 1, "confirmed")).isEqualTo("partly refused");
        assertThat(Tally.receipt(10, 9, "accepted")).isEqualTo("partly refused");
        assertThat(Tally.receipt(10, 10, "confirmed")).isEqualTo("refused");
    }

    @Test
    void shouldTellWhatDecidesItFirst_howeverMuchIsWrongWithAFile() {
        Findings lines = new Findings();
        for (int line = 1; line <= 3 * Findings.KEPT; line++) {
            lines.add(Finding.error("population.insz-shape", Location.field(line, "insz")));
        }
        tally.tellAll(lines.report("population.csv"));
        tally.incomplete(Finding.warning("sync.delivery-not-sent", Location.WHOLE, "D.1", "town"));
        tally.incomplete(Finding.warning("sync.delivery-not-sent", Location.WHOLE, "D.1", "town"));

        assertThat(report().findings().get(0).code()).isEqualTo("sync.delivery-not-sent");
        assertThat(report().findings())
                .as("told once, and how much is not told")
                .extracting(Finding::code)
                .containsOnlyOnce("sync.delivery-not-sent", "report.dropped");
    }
}
