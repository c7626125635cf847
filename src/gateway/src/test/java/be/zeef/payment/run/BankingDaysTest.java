package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BankingDaysTest {

    @Test
    void closesOnTheDaysOfTarget() {
        // from the European Central Bank's calendar; Easter is 5 April 2026 and 28 March 2027
        assertThat(Stream.of(
                                "2026-01-01",
                                "2026-04-03",
                                "2026-04-06",
                                "2026-05-01",
                                "2026-12-25",
                                "2027-03-26",
                                "2027-03-29",
                                "2026-07-04",
                                "2026-07-05")
                        .map(LocalDate::parse))
                .noneMatch(BankingDays::isOne);
        assertThat(Stream.of("2026-07-21", "2026-05-14", "2026-11-11", "2026-12-24")
                        .map(LocalDate::parse))
                .as("Belgian holidays on which TARGET works")
                .allMatch(BankingDays::isOne);
    }

    @Test
    void countsBankingDaysOnly() {
        assertThat(BankingDays.after(LocalDate.parse("2026-12-24"), 1)).isEqualTo("2026-12-28");
        assertThat(BankingDays.after(LocalDate.parse("2026-12-24"), 0)).isEqualTo("2026-12-24");
        assertThat(BankingDays.after(LocalDate.parse("2026-12-25"), 0)).isEqualTo("2026-12-28");
        assertThat(BankingDays.after(LocalDate.parse("2026-07-01"), 3)).isEqualTo("2026-07-06");
    }
}
