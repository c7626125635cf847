package be.zeef.sandbox.city;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.subject.Insz;
import be.zeef.subject.InszKind;
import be.zeef.subject.Realm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number that the sandbox takes has a day of birth there. */
class TestNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "856512001, 1985-05-12",
        "856500001, 1985-05-01",
        "856012001, 1985-01-12",
        "856000001, 1985-01-01",
        "858512001, 1985-05-12",
        "859212001, 1985-12-12",
        "858012001, 1985-01-12"
    })
    void shouldTakeTheFirst_whereTheNumberDoesNotTell(long first, LocalDate born) {
        String insz = Long.toString(first * 100 + 97 - first % 97);
        assertThat(Insz.of(insz, Realm.SANDBOX).earliestBirth()).isEqualTo(born);

        assertThat(TestNumbers.born(insz)).isEqualTo(born);
    }

    @Test
    void shouldGiveAFewNumbersOfEachKind_andNoneTwice() {
        TestNumbers numbers = new TestNumbers(1, 899);
        List<String> given =
                Stream.generate(() -> numbers.next(1980)).limit(1000).toList();

        assertThat(given).doesNotHaveDuplicates().allMatch(insz -> Insz.fault(insz, Realm.SANDBOX)
                .isEmpty());
        Map<InszKind, Long> kinds = given.stream()
                .collect(Collectors.groupingBy(
                        insz -> InszKind.of(Integer.parseInt(insz.substring(2, 4)))
                                .orElseThrow(),
                        Collectors.counting()));
        assertThat(kinds).containsOnlyKeys(InszKind.TEST, InszKind.TEST_BIS);
        assertThat(kinds.get(InszKind.TEST_BIS)).isBetween(30L, 60L);
        assertThat(given)
                .filteredOn(insz -> insz.startsWith("806000"))
                .hasSize(3)
                .allSatisfy(insz -> {
                    assertThat(TestNumbers.written(insz)).isEqualTo("1980-00-00");
                    assertThat(TestNumbers.born(insz)).isEqualTo(LocalDate.of(1980, 1, 1));
                });
    }

    @Test
    void shouldTellTheCenturyByTheCheckDigits() {
        long first = 10_651_200_1 % 1_000_000_000L;
        String late = "0" + (first * 100 + 97 - (2_000_000_000L + first) % 97);
        late = late.substring(late.length() - 11);

        assertThat(TestNumbers.born(late).getYear()).isGreaterThanOrEqualTo(2000);
    }
}
