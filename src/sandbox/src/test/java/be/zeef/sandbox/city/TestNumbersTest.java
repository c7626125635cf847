package be.zeef.sandbox.city;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number that the sandbox takes has a day of birth there. */
class TestNumbersTest {

    @ParameterizedTest
    @CsvSource({"856512001, 1985-05-12", "856500001, 1985-05-01", "856012001, 1985-01-12", "856000001, 1985-01-01"})
    void shouldTakeTheFirst_whereTheNumberDoesNotTell(long first, LocalDate born) {
        String insz = Long.toString(first * 100 + 97 - first % 97);
        assertThat(Insz.of(insz, Realm.SANDBOX).earliestBirth()).isEqualTo(born);

        assertThat(TestNumbers.born(insz)).isEqualTo(born);
    }

    @Test
    void shouldTellTheCenturyByTheCheckDigits() {
        long first = 10_651_200_1 % 1_000_000_000L;
        String late = "0" + (first * 100 + 97 - (2_000_000_000L + first) % 97);
        late = late.substring(late.length() - 11);

        assertThat(TestNumbers.born(late).getYear()).isGreaterThanOrEqualTo(2000);
    }
}
