package be.zeef.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.claim.Claims.Row;
import be.zeef.claim.Claims.State;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Claims: each reference once, and nobody decides about one while somebody else does ({@link ClaimsContractTest} holds the ceiling). */
@ContractOf({"claim", "claim_lock"})
class ClaimsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    private final Jdbi jdbi;
    private final Handle handle;

    ClaimsTest(Jdbi jdbi, Handle handle) {
        this.jdbi = jdbi;
        this.handle = handle;
    }

    private static Row row(String reference, State state, String entered) {
        long granted = state == State.GRANTED ? 8500 : 0;
        return new Row(
                reference,
                "id of " + reference,
                2026,
                "child",
                "chiro",
                8500,
                granted,
                11500,
                state,
                "an",
                DAY,
                entered);
    }

    private static Row row(String reference, State state) {
        return row(reference, state, "2026-10-05T08:00:00Z");
    }

    private long granted(int year, String... numbers) {
        return Claims.granted(handle, "a", year, List.of(numbers));
    }

    @Test
    void areFoundByTheirReferenceAndAmongPayments() {
        Row claim = row("F-1", State.GRANTED);
        Claims.put(handle, "a", claim);

        assertThat(Claims.find(handle, "a", "F-1")).contains(claim);
        assertThat(Claims.ofPayment(handle, "a", claim.id())).contains(claim);
        assertThat(Claims.find(handle, "b", "F-1")).isEmpty();
        assertThat(Claims.ofPayment(handle, "b", claim.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNDETERMINED", "NOTHING_LEFT"})
    void giveWayToTheNextOfTheirReference_whenNothingCameOfThem(State before) {
        Claims.put(handle, "a", row("F-1", before));
        Claims.put(handle, "a", row("F-1", State.GRANTED));

        assertThat(Claims.find(handle, "a", "F-1")).contains(row("F-1", State.GRANTED));
    }

    @ParameterizedTest
    @EnumSource(names = {"GRANTED", "REFUSED", "WITHDRAWN"})
    void stay_whenTheirReferenceIsPutAgain(State before) {
        Claims.put(handle, "a", row("F-1", before));

        assertThatThrownBy(() -> Claims.put(handle, "a", row("F-1", State.GRANTED)))
                .matches(Duplicates::caused);
        assertThat(Claims.find(handle, "a", "F-1")).contains(row("F-1", before));
    }

    @Test
    void haveAnIdOfTheirOwnAmongPayments() {
        Row first = row("F-1", State.GRANTED);
        Claims.put(handle, "a", first);
        Row second =
                new Row("F-2", first.id(), 2026, "child", "chiro", 1, 1, 1, State.GRANTED, "an", DAY, first.entered());

        assertThatThrownBy(() -> Claims.put(handle, "a", second)).matches(Duplicates::caused);
    }

    @Test
    void areCountedAndAddedUp_byYearAndByAllNumbersOfAPerson() {
        Claims.put(handle, "a", row("F-1", State.GRANTED));
        Claims.put(handle, "a", row("F-2", State.GRANTED));
        Claims.put(handle, "a", row("F-3", State.REFUSED));
        Claims.withdraw(handle, "a", row("F-2", State.GRANTED));

        assertThat(Claims.counts(handle, "a", 2026))
                .isEqualTo(Map.of(State.GRANTED, 1L, State.REFUSED, 1L, State.WITHDRAWN, 1L));
        assertThat(Claims.counts(handle, "a", 2027)).isEmpty();
        assertThat(granted(2026, "former number", "child")).isEqualTo(8500);
        assertThat(granted(2026, "somebody")).isZero();
        assertThat(granted(2027, "child")).isZero();
    }

    /** Half past a second is after the second, however few decimals are written. */
    @Test
    void areToldNewestFirst_andByTheCharactersOfTheirReference() {
        Claims.put(handle, "a", row("F 10", State.GRANTED, "2026-10-05T08:00:00Z"));
        Claims.put(handle, "a", row("F-2", State.GRANTED, "2026-10-05T08:00:00Z"));
        Claims.put(handle, "a", row("f1", State.GRANTED, "2026-10-05T08:00:00.500Z"));
        Claims.put(handle, "a", row("F1", State.GRANTED, "2026-10-05T08:00:00.500Z"));
        Claims.put(handle, "a", row("F-3", State.GRANTED, "2026-10-05T08:00:01Z"));

        assertThat(Claims.ofYear(handle, "a", 2026))
                .extracting(Row::reference)
                .containsExactly("F-3", "F1", "f1", "F 10", "F-2");
        assertThat(Claims.ofYear(handle, "a", 2027)).isEmpty();
    }

    @Test
    void areDecidedOneAfterTheOther(Meeting meeting) {
        Meeting.atOnce(4, clerk -> {
            Claims.prepare(jdbi, "a");
            return clerk;
        });

        long granted = meeting.afterCommit(
                one -> {
                    Claims.lock(one, "a");
                    Claims.put(one, "a", row("F-1", State.GRANTED));
                },
                other -> {
                    Claims.lock(other, "a");
                    return Claims.granted(other, "a", 2026, List.of("child"));
                });

        assertThat(granted).as("what the first granted is counted").isEqualTo(8500);
    }

    @Test
    void areDecidedAsIfTheFirstHadNotBeen_whenItIsRolledBack(Meeting meeting) {
        Claims.prepare(jdbi, "a");

        long granted = meeting.afterRollback(
                one -> {
                    Claims.lock(one, "a");
                    Claims.put(one, "a", row("F-1", State.GRANTED));
                },
                other -> {
                    Claims.lock(other, "a");
                    return Claims.granted(other, "a", 2026, List.of("child"));
                });

        assertThat(granted).isZero();
    }

    @Test
    void keepWhatIsLong() {
        Row claim = new Row(
                Longest.of(handle, "claim", "reference"),
                Longest.of(handle, "claim", "id"),
                2026,
                Longest.of(handle, "claim", "subject"),
                Longest.of(handle, "claim", "association"),
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                State.UNDETERMINED,
                Longest.of(handle, "claim", "clerk"),
                DAY,
                "2026-10-05T08:00:00.123456789Z");
        String agreement = Longest.of(handle, "claim", "agreement");
        Claims.put(handle, agreement, claim);

        assertThat(Claims.find(handle, agreement, claim.reference())).contains(claim);
    }
}
