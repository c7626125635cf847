package be.zeef.plan;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.CountsFrom;
import be.zeef.agreement.CountsFrom.When;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which day of a period a value counts. */
class FirstDaysTest {

    @ParameterizedTest
    @CsvSource({
        "START_OF_PERIOD, 2026-05-15, 2026-04-15, 2025-09-01",
        "FIRST_OF_MONTH,  2026-05-15, 2026-04-15, 2026-05-01",
        "START_OF_RIGHT,  2026-05-15, 2026-04-15, 2026-04-15",
        "START_OF_RIGHT,  2026-05-15, 2024-02-01, 2025-09-01",
        "START_OF_RIGHT,  2026-05-15,           , 2026-05-15",
        "START_OF_RIGHT,  2025-09-15, 2025-09-01, 2025-09-01"
    })
    void liesInTheSchoolYear(When when, LocalDate on, LocalDate since, LocalDate first) {
        FirstDays days = new FirstDays(GrantPeriod.schoolYear(on), new CountsFrom(when, Map.of()), on);

        assertThat(days.of("A", Optional.ofNullable(since))).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"FIRST_OF_MONTH, 2026-08-20, 2026-09-01", "START_OF_RIGHT, 2026-08-20, 2026-09-01"})
    void isNotBeforeAPeriodThatIsYetToBegin(When when, LocalDate on, LocalDate first) {
        FirstDays days = new FirstDays(GrantPeriod.nextSchoolYear(on), new CountsFrom(when, Map.of()), on);

        assertThat(days.of("SOCIAL", Optional.of(on.minusYears(1)))).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"A, 2026-04-15", "B, 2025-09-01"})
    void isEachValuesOwn(String value, LocalDate first) {
        LocalDate on = LocalDate.of(2026, 5, 15);
        CountsFrom from = new CountsFrom(When.START_OF_PERIOD, Map.of("A", When.START_OF_RIGHT));

        assertThat(new FirstDays(GrantPeriod.schoolYear(on), from, on)
                        .of(value, Optional.of(LocalDate.of(2026, 4, 15))))
                .isEqualTo(first);
    }
}
