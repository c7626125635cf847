package be.zeef.agreement.terms;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.terms.Retention.Term;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is of a day may be kept for so long after it, and not a day longer. */
class RetentionTest {

    @ParameterizedTest
    @CsvSource({
        // moment, keep, from the end of its year, the last day on which it may be kept
        "2026-07-16, P2Y, false, 2028-07-16",
        "2026-07-16, P0D, false, 2026-07-16",
        "2026-07-16, P10D, false, 2026-07-26",
        "2026-01-31, P1M, false, 2026-02-28",
        "2028-02-29, P1Y, false, 2029-02-28",
        "2026-01-01, P1Y, true, 2027-12-31",
        "2026-12-31, P1Y, true, 2027-12-31"
    })
    void endsAfterItsTerm(LocalDate moment, Period keep, boolean endOfYear, LocalDate last) {
        Retention retention = new Retention(Map.of("decisions", new Term(keep, endOfYear)));
        assertThat(retention.lastOver("decisions", last).orElseThrow()).isBefore(moment);
        assertThat(retention.lastOver("decisions", last.plusDays(1)).orElseThrow())
                .isAfterOrEqualTo(moment);
    }

    @Property(tries = 300)
    void nothingIsKeptLonger_andNothingIsRemovedEarlier(
            @ForAll @IntRange(max = 40) int months,
            @ForAll @IntRange(max = 40) int days,
            @ForAll boolean endOfYear,
            @ForAll @IntRange(max = 1500) int shift) {
        Period keep = days % 2 == 0 ? Period.ofMonths(months) : Period.ofDays(days);
        LocalDate today = LocalDate.of(2026, 1, 1).plusDays(shift);
        LocalDate last = new Retention(Map.of("x", new Term(keep, endOfYear)))
                .lastOver("x", today)
                .orElseThrow();
        for (LocalDate day = today.minusYears(6); day.isBefore(today.plusDays(2)); day = day.plusDays(1)) {
            LocalDate from = endOfYear ? LocalDate.of(day.getYear(), 12, 31) : day;
            assertThat(!day.isAfter(last))
                    .as("%s, %s after %s", today, keep, from)
                    .isEqualTo(from.plus(keep).isBefore(today));
        }
    }

    @ParameterizedTest
    @CsvSource({"gent-huisvuilzakken, 2024-07-15", "gent-onderwijs, 2024-07-15", "wingene-geboortepremie, 2016-07-15"})
    void isThatOfTheAgreement(String id, LocalDate decisions) {
        Agreement agreement = new Agreements(Path.of("mappings")).load(id);
        LocalDate today = LocalDate.of(2026, 7, 16);
        assertThat(agreement.retention().lastOver("decisions", today)).contains(decisions);
        assertThat(agreement.retention().lastOver("nothing of it", today)).isEqualTo(Optional.empty());
        assertThat(agreement.perBenefit()).allMatch(each -> each.retention().equals(agreement.retention()));
        assertThat(List.copyOf(agreement.retention().terms().keySet())).contains("ledger");
    }
}
