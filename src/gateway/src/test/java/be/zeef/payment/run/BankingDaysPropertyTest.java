package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BankingDaysPropertyTest {

    @Property(tries = 500)
    void isNeverOnAClosedDay(@ForAll @IntRange(max = 20000) int day, @ForAll @IntRange(max = 10) int count) {
        LocalDate from = LocalDate.of(2020, 1, 1).plusDays(day);
        LocalDate to = BankingDays.after(from, count);
        assertThat(BankingDays.isOne(to)).isTrue();
        assertThat(from.datesUntil(to.plusDays(1)).skip(1).filter(BankingDays::isOne))
                .hasSize(count == 0 && !BankingDays.isOne(from) ? 1 : count);
    }
}
