package be.zeef.standing;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement.Validity;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The states follow from approvals and days, and an officer's act comes before both. */
class StateTest {

    private static final Validity YEAR = new Validity(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

    @ParameterizedTest
    @CsvSource({
        "0, 2026-06-01, , draft",
        "0, 2027-01-01, , draft",
        "1, 2026-06-01, , advised",
        "2, 2025-12-31, , approved",
        "2, 2026-01-01, , in force",
        "2, 2026-12-31, , in force",
        "2, 2027-01-01, , expired",
        "2, 2026-06-01, SUSPENDED, suspended",
        "2, 2026-06-01, RESUME_UNPROVEN, suspended",
        "2, 2026-06-01, LEDGER_SHORT, suspended",
        "0, 2027-01-01, REVOKED, revoked"
    })
    void shouldBe(int approvals, LocalDate today, Halt.Why why, String state) {
        Optional<Halt> halt = Optional.ofNullable(why).map(each -> new Halt("a-town", each, "an", "a source errs"));

        assertThat(State.of(approvals, YEAR, today, halt).words()).isEqualTo(state);
    }
}
