package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.Truth;
import be.zeef.schedule.MomentState;
import be.zeef.schedule.ScheduleDesk;
import be.zeef.schedule.Scheduled;
import be.zeef.testing.Await;
import be.zeef.validation.InvalidMessageException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs by itself is the sync that a person would run: the same people are credited, and once. */
class ScheduledSyncTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 16);
    private static final ScheduleDesk.Act ACT = new ScheduleDesk.Act("an", "the service was down");

    @TempDir
    Path folder;

    @Test
    void creditsWhoASyncWould_forTheDayOfItsMoment() throws Exception {
        Agreement agreement = new Agreements(Path.of("mappings")).load(TestCity.AGREEMENT);
        try (TestCity city = new TestCity(folder, 60)) {
            try (Gateway gateway = city.gateway()) {
                ScheduleDesk desk = gateway.scheduleDesk();
                desk.runNow(agreement, JULY, ACT);
                Scheduled node = gateway.schedule(agreement);
                try (node) {
                    Await.until("it is over", () -> desk.of(agreement.id(), JULY)
                            .filter(row -> row.state().isOver())
                            .isPresent());
                }
                assertThat(desk.of(agreement.id(), JULY))
                        .hasValueSatisfying(row -> assertThat(row.state()).isEqualTo(MomentState.ENDED));
                assertThatThrownBy(() -> desk.runNow(agreement, JULY, ACT)).isInstanceOf(InvalidMessageException.class);
            }
            Path truth = city.sandbox().folder().resolve("city/truth.csv");

            assertThat(city.credited()).isNotEmpty().isEqualTo(Truth.credits(truth, JULY, JULY));
        }
    }
}
