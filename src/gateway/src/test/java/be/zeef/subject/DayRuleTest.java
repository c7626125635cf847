package be.zeef.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing is asked, run or granted for a day that has not come in Belgium, and a grant at a counter is for the day it is. */
class DayRuleTest {

    /** A quarter past midnight of the 26th in Belgium, and still the 25th in UTC. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T23:15:00Z"), ZoneOffset.UTC);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final DayRule real = new DayRule(Realm.PRODUCTION, CLOCK);
    private final DayRule played = new DayRule(Realm.SANDBOX, CLOCK);

    @Test
    void takesEveryDayUpToToday_forAQuestionOrARun() {
        assertThat(real.today()).isEqualTo(TODAY);
        assertThat(real.fault(TODAY, "--on")).isEmpty();
        assertThat(real.fault(LocalDate.of(2026, 4, 20), "--on")).isEmpty();
    }

    @Test
    void refusesADayThatHasNotCome_andSaysWhichItIs() {
        Optional<Finding> fault = real.fault(TODAY.plusDays(1), "--on");
        assertThat(fault).map(Finding::code).contains("counter.day-future");
        assertThat(fault.orElseThrow().arguments()).containsExactly("2026-11-26");
        assertThat(real.fault(LocalDate.of(2028, 1, 16), "--on")).isPresent();
    }

    @Test
    void grantsAtACounterForTodayOnly() {
        assertThat(real.faultOfGrant(TODAY, "on")).isEmpty();
        assertThat(real.faultOfGrant(TODAY.minusDays(1), "on").map(Finding::code))
                .contains("counter.day-grant");
        assertThat(real.faultOfGrant(TODAY.plusDays(1), "on").map(Finding::code))
                .contains("counter.day-grant");
    }

    @Test
    void reportsTheRefusal_underItsName() {
        InvalidMessageException refused = catchThrowableOfType(
                InvalidMessageException.class, () -> real.require(TODAY.plusDays(1), "gent-huisvuilzakken"));
        assertThat(refused.report().findings()).extracting(Finding::code).containsExactly("counter.day-future");
        assertThatCode(() -> real.require(TODAY, "gent-huisvuilzakken")).doesNotThrowAnyException();
        assertThat(catchThrowableOfType(
                        InvalidMessageException.class, () -> real.requireForGrant(TODAY.minusDays(1), "gent-uitpas")))
                .isNotNull();
    }

    @Test
    void letsTheSandboxPlayEveryDay() {
        assertThat(played.fault(LocalDate.of(2028, 1, 16), "--on")).isEmpty();
        assertThat(played.faultOfGrant(LocalDate.of(2026, 4, 20), "--on")).isEmpty();
    }
}
