package be.zeef.payment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.allowance.AllowanceHead;
import be.zeef.allowance.AllowanceRow;
import be.zeef.payment.Payments;
import be.zeef.payment.Premiums;
import be.zeef.sieve.Outcome;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Longest;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What VUTG said last of each allowance, and which wait for a premium under another one. */
@ContractOf("allowance")
class AllowancesTest {

    private static final Instant NOW = Instant.parse("2026-07-16T10:00:00Z");
    private static final AllowanceRow.Place PLACE = new AllowanceRow.Place(1, 2);
    private static final RowResult ALREADY = RowResult.stands(Outcome.UNDETERMINED, "payment.already", "child");

    private final Handle handle;

    AllowancesTest(Handle handle) {
        this.handle = handle;
    }

    private static AllowanceHead head(String file, Instant created) {
        return new AllowanceHead(file, YearMonth.of(2026, 7), created, "37018", 2, "digest of " + file);
    }

    private void put(String allowance, AllowanceHead head, RowResult result) {
        Allowances.put(handle, "a", allowance, head, PLACE, result);
    }

    private void put(String allowance, RowResult result) {
        put(allowance, head("F1", NOW), result);
    }

    private Optional<Instant> created(String allowance) {
        return Allowances.find(handle, "a", allowance).map(Allowances.Known::created);
    }

    /** A child's premium and its transfer, which finance has paid in another way. */
    private void pay(String child, String allowance, String id) {
        Premiums.insert(handle, "a", new Premiums.Row(child, allowance, 1, 1));
        Payments.insert(
                handle,
                "a",
                new Payments.Row(
                        id,
                        child,
                        1,
                        1,
                        1,
                        "payee",
                        "account",
                        new byte[0],
                        Payments.State.OTHER_MEANS,
                        Optional.empty(),
                        false));
    }

    @Test
    void areWhatWasSaidLast() {
        put("one", RowResult.stands(Outcome.UNDETERMINED, "payment.no-account", "child"));
        put("one", head("F2", NOW.plusSeconds(1)), RowResult.stands(Outcome.ELIGIBLE, "", "child"));

        assertThat(Allowances.find(handle, "a", "one"))
                .contains(new Allowances.Known("one", "child", NOW.plusSeconds(1), "F2", 1, 2, Outcome.ELIGIBLE, ""));
        assertThat(Allowances.find(handle, "b", "one")).isEmpty();
        assertThat(Allowances.undetermined(handle, "a")).isEmpty();
    }

    /** However few decimals of a second are written: what an older file says does not count any more. */
    @ParameterizedTest
    @CsvSource({
        "2026-07-16T10:00:00Z, 2026-07-16T10:00:00.500Z",
        "2026-07-16T10:00:00.500Z, 2026-07-16T10:00:00.500001Z",
        "2026-07-16T10:00:00.500Z, 2026-07-16T10:00:01Z",
    })
    void areAsNewAsTheyWereSaidAgain(Instant earlier, Instant later) {
        put("one", head("F1", earlier), ALREADY);
        Allowances.saidAgain(handle, "b", "one", head("F2", later));
        assertThat(created("one")).contains(earlier);
        Allowances.saidAgain(handle, "a", "one", head("F2", later));
        assertThat(created("one")).contains(later);
        Allowances.saidAgain(handle, "a", "one", head("F3", earlier));
        assertThat(created("one")).as("an older file").contains(later);
    }

    @Test
    void areToldOldestFirst_andByTheCharactersOfTheirFile() {
        put("5", head("F1", NOW.plusSeconds(1)), ALREADY);
        put("4", head("F1", NOW.plusMillis(500)), ALREADY);
        put("3", head("f1", NOW), ALREADY);
        put("2", head("F1", NOW), ALREADY);
        put("1", head("F-1", NOW), ALREADY);
        put("6", head("F0", NOW), RowResult.stands(Outcome.ELIGIBLE, "", "child"));

        assertThat(Allowances.undetermined(handle, "a"))
                .extracting(Allowances.Known::allowance)
                .containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void waitForThePremiumOfTheirChild_untilItIsPaid() {
        put("one", RowResult.stands(Outcome.ELIGIBLE, "", "child"));
        put("two", ALREADY);
        put("three", RowResult.stands(Outcome.UNDETERMINED, "payment.already", "twin"));
        assertThat(Allowances.waiting(handle, "a", "child"))
                .extracting(Allowances.Known::allowance)
                .containsExactly("two");
        assertThat(Allowances.waiting(handle, "b", "child")).isEmpty();

        Allowances.settleWaiting(handle, "a");
        assertThat(Allowances.waiting(handle, "a", "child"))
                .as("nothing is paid")
                .hasSize(1);
        pay("child", "one", "P1");
        Allowances.settleWaiting(handle, "b");
        assertThat(Allowances.waiting(handle, "a", "child")).hasSize(1);
        Allowances.settleWaiting(handle, "a");

        assertThat(Allowances.find(handle, "a", "two").orElseThrow().outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(Allowances.undetermined(handle, "a"))
                .as("of a child whose premium is not paid")
                .extracting(Allowances.Known::allowance)
                .containsExactly("three");
    }

    @Test
    void areFoundByThePremiumThatFollowsFromThem() {
        put("one", RowResult.stands(Outcome.ELIGIBLE, "", "child"));
        assertThat(Allowances.ofPremium(handle, "a", "child")).isEmpty();
        pay("child", "one", "P1");

        assertThat(Allowances.ofPremium(handle, "a", "child"))
                .map(Allowances.Known::allowance)
                .contains("one");
        assertThat(Allowances.ofPremium(handle, "b", "child")).isEmpty();
    }

    @Test
    void areAsTheyWere_whenAWordIsRolledBack() {
        put("one", ALREADY);
        handle.begin();
        put("one", head("F2", NOW.plusSeconds(1)), RowResult.stands(Outcome.ELIGIBLE, "", "child"));
        handle.rollback();

        assertThat(created("one")).contains(NOW);
    }

    @Test
    void keepWhatIsLong() {
        String allowance = Longest.of(handle, "allowance", "allowance");
        String child = Longest.of(handle, "allowance", "child");
        String file = Longest.of(handle, "allowance", "file");
        String code = Longest.of(handle, "allowance", "code");
        Instant created = NOW.plusNanos(1);
        put(allowance, head(file, created), RowResult.stands(Outcome.NOT_ELIGIBLE, code, child));

        assertThat(Allowances.find(handle, "a", allowance))
                .contains(new Allowances.Known(allowance, child, created, file, 1, 2, Outcome.NOT_ELIGIBLE, code));
    }
}
