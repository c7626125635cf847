package be.zeef.claim;

import static be.zeef.claim.ClaimHouse.CHILD;
import static be.zeef.claim.ClaimHouse.ON;
import static be.zeef.claim.ClaimHouse.SISTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.claim.ClaimAnswer.Verdict;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.row.RowEvidence;
import be.zeef.sieve.Outcome;
import be.zeef.storage.TestDatabase;
import be.zeef.subject.Insz;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a fund promises: at most 200 euro of a child and a year, whatever clerks do at once, on each kind of database. */
class ClaimsContractTest {

    @TempDir
    Path folder;

    private static ClaimAnswer yes(long granted, long left) {
        return new ClaimAnswer(Verdict.YES, granted, left, false);
    }

    @ParameterizedTest
    @EnumSource
    void grantsWhatIsLeft_andSaysSoInAWordOfItsOwn_whenNothingIs(TestDatabase database) {
        try (ClaimHouse house = new ClaimHouse(database, folder)) {
            assertThat(house.claim(CHILD, 8500, "F-1")).isEqualTo(yes(8500, 11500));
            assertThat(house.claim(CHILD, 15000, "F-2")).isEqualTo(yes(11500, 0));
            assertThat(house.claim(CHILD, 100, "F-3")).isEqualTo(new ClaimAnswer(Verdict.NOTHING_LEFT, 0, 0, false));
            assertThat(house.claim(SISTER, 20000, "F-4")).as("another child").isEqualTo(yes(20000, 0));
            assertThat(house.asked()).as("nobody is asked about for nothing").hasSize(3);
            assertThat(house.sum("payment", "cents", "state = 'OPEN'")).isEqualTo(40000);
            assertThat(house.ledger("CLAIM_INTENT")).hasSize(4).allMatch(body -> body.contains("clerk-7"));
            assertThat(house.ledger("CLAIM_OUTCOME"))
                    .extracting(body -> body.replaceAll(".*\"answer\":\"([a-z-]+)\".*\"granted\":(\\d+).*", "$1 $2"))
                    .containsExactly("yes 8500", "yes 11500", "nothing-left 0", "yes 20000");
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverExceedsTheCeiling_whenManyClerksClaimAtOnce(TestDatabase database) throws Exception {
        try (ClaimHouse house = new ClaimHouse(database, folder)) {
            Insz former = ClaimHouse.person("15610100200");
            house.joined(former, CHILD);
            ExecutorService clerks = Executors.newFixedThreadPool(16);
            CountDownLatch go = new CountDownLatch(1);
            List<Future<ClaimAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < 48; i++) {
                String reference = "F-" + i / 2;
                Callable<ClaimAnswer> claim = () -> {
                    go.await();
                    return house.claim(
                            Integer.parseInt(reference.substring(2)) % 2 == 0 ? CHILD : former, 1700, reference);
                };
                answers.add(clerks.submit(claim));
            }
            go.countDown();
            long granted = 0;
            for (Future<ClaimAnswer> answer : answers) {
                granted += answer.get().repeated() ? 0 : answer.get().granted();
            }
            clerks.shutdown();
            assertThat(granted).as("all of it, and not a cent more").isEqualTo(20000);
            assertThat(house.sum("claim", "granted", "state = 'GRANTED'")).isEqualTo(20000);
            assertThat(house.sum("payment", "cents", "1 = 1")).isEqualTo(20000);
            assertThat(new LedgerVerifier(house.jdbi()).verify().holds()).isTrue();
            assertThat(new RowEvidence(house.jdbi()).breaks()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesItsFirstAnswer_whenTheSameReferenceComesAgain(TestDatabase database) {
        try (ClaimHouse house = new ClaimHouse(database, folder)) {
            house.claim(CHILD, 8500, "F-1");
            house.claim(CHILD, 2000, "F-2");
            assertThat(house.claim(CHILD, 8500, "F-1")).isEqualTo(new ClaimAnswer(Verdict.YES, 8500, 11500, true));
            assertThat(house.sum("claim", "granted", "1 = 1")).isEqualTo(10500);
            assertThatThrownBy(() -> house.claim(CHILD, 8400, "F-1")).hasMessageContaining("claim.reference-taken");
            assertThatThrownBy(() -> house.claim(SISTER, 8500, "F-1")).hasMessageContaining("claim.reference-taken");
            house.says(SISTER, Outcome.NOT_ELIGIBLE);
            assertThat(house.claim(SISTER, 100, "F-3").verdict()).isEqualTo(Verdict.NO);
            assertThat(house.claim(SISTER, 100, "F-3")).isEqualTo(new ClaimAnswer(Verdict.NO, 0, 0, true));
        }
    }

    @ParameterizedTest
    @EnumSource
    void usesNothingUp_whenNobodyCanSay(TestDatabase database) {
        try (ClaimHouse house = new ClaimHouse(database, folder)) {
            house.says(CHILD, Outcome.UNDETERMINED);
            assertThat(house.claim(CHILD, 8500, "F-1").verdict()).isEqualTo(Verdict.NOT_DECIDABLE);
            assertThat(house.sum("payment", "cents", "1 = 1")).isZero();
            house.says(CHILD, Outcome.ELIGIBLE);
            assertThat(house.claim(CHILD, 8500, "F-1")).as("asked again").isEqualTo(yes(8500, 11500));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isOnePerson_whoseNumberWasReplaced(TestDatabase database) {
        try (ClaimHouse house = new ClaimHouse(database, folder)) {
            Insz former = ClaimHouse.person("15610100200");
            house.claim(former, 15000, "F-1");
            house.joined(former, CHILD);
            assertThat(house.claim(CHILD, 15000, "F-2")).isEqualTo(yes(5000, 0));
            assertThat(house.claim(CHILD, 15000, "F-1").repeated())
                    .as("the same form, under the new number")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void freesTheAmount_whenAClaimIsWithdrawn(TestDatabase database) {
        try (ClaimHouse house = new ClaimHouse(database, folder)) {
            house.claim(CHILD, 20000, "F-1");
            assertThat(house.book().withdraw("F-1", "clerk-8", "typed wrongly")).isEqualTo(20000);
            assertThat(house.book().withdraw("F-1", "clerk-8", "typed wrongly"))
                    .as("again")
                    .isZero();
            assertThat(house.ledger("GRANTS_CLOSED"))
                    .singleElement()
                    .asString()
                    .contains("clerk-8", "typed wrongly", "F-1");
            assertThat(house.sum("payment", "cents", "state <> 'REMOVED'")).isZero();
            assertThat(house.claim(CHILD, 5000, "F-2")).isEqualTo(yes(5000, 15000));
            assertThatThrownBy(() -> house.claim(CHILD, 20000, "F-1"))
                    .hasMessageContaining("claim.reference-withdrawn");
            assertThatThrownBy(() -> house.book().withdraw("F-9", "clerk-8", "no such"))
                    .hasMessageContaining("claim.reference-unknown");
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsEachWorkingYearForItself_fromTheFirstOfSeptember(TestDatabase database) {
        try (ClaimHouse house = new ClaimHouse(database, folder)) {
            LocalDate last = LocalDate.of(2026, 8, 31);
            ClaimDesk desk = house.desk();
            assertThatThrownBy(() -> desk.claim(of(2026, "F-1"), last)).hasMessageContaining("claim.year-early");
            assertThat(desk.claim(of(2025, "F-2"), last)).isEqualTo(yes(20000, 0));
            assertThat(desk.claim(of(2026, "F-3"), last.plusDays(1))).isEqualTo(yes(20000, 0));
            house.book().withdraw("F-2", "clerk-7", "of the other year");
            assertThat(desk.claim(of(2025, "F-4"), ON)).as("two months after").isEqualTo(yes(20000, 0));
            assertThat(house.asked()).containsExactly(last, last.plusDays(1), last);
            LocalDate late = LocalDate.of(2026, 11, 1);
            assertThatThrownBy(() -> desk.claim(of(2025, "F-5"), late)).hasMessageContaining("claim.year-late");
        }
    }

    private static Claim of(int year, String reference) {
        return new Claim(CHILD, 20000, "chiro", year, reference, "clerk-7");
    }

    /** As if the process were killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource
    void grantsOnce_whereverTheProcessDies(TestDatabase database) {
        try (ClaimHouse house = new ClaimHouse(database, folder)) {
            house.claim(SISTER, 100, "F-0");
            boolean died = true;
            int moment = 0;
            for (; died; moment++) {
                String reference = "K-" + moment;
                died = dies(house, moment, reference);
                long before = house.sum("claim", "granted", "reference = '" + reference + "'");
                assertThat(house.sum(
                                "payment",
                                "cents",
                                "child in (select id from claim where reference = '" + reference + "')"))
                        .as("a grant and its payment stand together")
                        .isEqualTo(before);
                assertThat(house.claim(CHILD, 10, reference).granted()).isEqualTo(10);
            }
            assertThat(moment).as("it died at many moments").isGreaterThan(10);
            assertThat(house.sum("payment", "cents", "1 = 1")).isEqualTo(100 + 10L * moment);
            assertThat(new LedgerVerifier(house.jdbi()).verify().holds()).isTrue();
            assertThat(new RowEvidence(house.jdbi()).breaks()).isEmpty();
        }
    }

    private static boolean dies(ClaimHouse house, int after, String reference) {
        int[] left = {after};
        house.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                if (--left[0] < 0) {
                    throw new Killed();
                }
            }
        });
        try {
            house.claim(CHILD, 10, reference);
            return false;
        } catch (Killed e) {
            return true;
        } finally {
            house.jdbi().setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        }
    }
}
