package be.zeef.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a number is stands in its month: a real one, a test number, or none there is; the clerk is told which. */
class InszKindTest {

    /** Of somebody born on the twelfth of this month of 1985, as it is written. */
    private static String number(int month) {
        long first = 850_012_001L + month * 100_000L;
        return Long.toString(first * 100 + 97 - first % 97);
    }

    private static boolean within(int month, int first) {
        return month >= first && month <= first + 12;
    }

    @Test
    void shouldBeRealOrTestOrNone_byItsMonth() {
        IntStream.range(0, 100).forEach(month -> {
            boolean real = within(month, 0) || within(month, 20) || within(month, 40);
            boolean test = within(month, 60) || within(month, 80);
            Optional<InszFault> none = Optional.of(InszFault.MONTH);

            assertThat(Insz.fault(number(month), Realm.PRODUCTION))
                    .as("month %s", month)
                    .isEqualTo(real ? Optional.empty() : test ? Optional.of(InszFault.TEST_NUMBER) : none);
            assertThat(Insz.fault(number(month), Realm.SANDBOX))
                    .as("month %s", month)
                    .isEqualTo(test ? Optional.empty() : real ? Optional.of(InszFault.REAL_NUMBER) : none);
            assertThat(Insz.parse(number(month)).isPresent()).isEqualTo(real || test);
        });
    }

    @ParameterizedTest
    @CsvSource({"60, 1", "61, 1", "72, 12", "80, 1", "81, 1", "92, 12"})
    void shouldTellTheMonthOfBirth_orTheFirstWhereNobodyKnowsIt(int written, int month) {
        assertThat(Insz.of(number(written), Realm.SANDBOX).earliestBirth()).isEqualTo(LocalDate.of(1985, month, 12));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "12, 12", "20, 1", "25, 5", "40, 1", "52, 12"})
    void shouldTellTheMonthOfBirth_ofRealNumbersToo(int written, int month) {
        assertThat(Insz.of(number(written), Realm.PRODUCTION).earliestBirth()).isEqualTo(LocalDate.of(1985, month, 12));
    }
}
