package be.zeef.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods are those of the calendar, and of schools from September; what is cut off is named by its months. */
class PeriodsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MONTH       | 2026-11 | 2027-01 | 2026-11, 2026-12, 2027-01
                    QUARTER     | 2026-10 | 2027-03 | 2026 K4, 2027 K1
                    QUARTER     | 2026-11 | 2027-01 | 2026-11 – 2026-12, 2027-01
                    YEAR        | 2025-01 | 2026-12 | 2025, 2026
                    SCHOOL_YEAR | 2025-09 | 2027-08 | 2025–2026, 2026–2027
                    SCHOOL_YEAR | 2026-08 | 2026-09 | 2026-08, 2026-09
                    """)
    void areWholeOrNamedByTheirMonths(Per per, YearMonth first, YearMonth last, String names) {
        Words words = new Words(Locale.forLanguageTag("nl"));

        assertThat(per.between(first, last).stream().map(words::of).collect(Collectors.joining(", ")))
                .isEqualTo(names);
    }
}
