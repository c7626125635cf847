package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.payment.release.NamesDesk;
import be.zeef.security.Someone;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What later rows do to earlier ones, before and after money moved. */
class CorrectionsTest extends TownFixture {

    private static final long PREMIUM = 10000;

    @Test
    void paysTheLaterAccount_whenAnUnpaidRowIsCorrected() {
        town.send(Family.of(1).grant(1), Family.of(2).grant(2));
        String first = town.run().file();
        town.send(Family.of(1).paidTo(77L).correction(1));
        PaymentReport report = town.runAndRelease();

        assertThat(report.file()).isNotEqualTo(first);
        assertThat(town.desk().show(first).state()).isEqualTo("withdrawn");
        assertThat(paidTo(1001)).isZero();
        assertThat(paidTo(77)).isEqualTo(PREMIUM);
        assertThat(paidTo(2001)).as("who was in the withdrawn file too").isEqualTo(PREMIUM);
    }

    @Test
    void keepsTheIdOfAPayment_whenItsFileIsComposedAnew() {
        town.send(Family.of(1).grant(1), Family.of(2).grant(2));
        List<String> before = ids(town.run().file());
        town.send(Family.of(1).cancellation(1));
        List<String> after = ids(town.run().file());
        assertThat(after).hasSize(1);
        assertThat(before).containsAll(after);
    }

    private List<String> ids(String file) {
        return town.names(file, Someone.AN).stream().map(NamesDesk.Named::id).toList();
    }

    @Test
    void paysNothing_whenAnUnpaidRowIsCancelled() {
        town.send(Family.of(1).grant(1));
        town.run();
        town.send(Family.of(1).cancellation(1));
        PaymentReport report = town.runAndRelease();
        assertThat(report.file()).isEmpty();
        assertThat(report.undetermined()).isZero();
        assertThat(paidTo(1001)).isZero();
    }

    @Test
    void leavesItToAPerson_whenAPaidRowIsCorrectedOrCancelled() {
        town.send(Family.of(1).grant(1), Family.of(2).grant(2));
        town.runAndRelease();
        town.send(Family.of(1).paidTo(77L).correction(1), Family.of(2).cancellation(2));
        PaymentReport report = town.runAndRelease();

        assertThat(codes(report)).contains("payment.correction-of-paid", "payment.cancellation-of-paid");
        assertThat(report.undetermined()).isEqualTo(2);
        assertThat(report.causes())
                .containsOnly(
                        Map.entry("payment.correction-of-paid", 1L), Map.entry("payment.cancellation-of-paid", 1L));
        assertThat(report.complete()).as("a person decides").isFalse();
        assertThat(paidTo(77)).isZero();
        assertThat(paidTo(1001)).isEqualTo(PREMIUM);
    }

    @Test
    void countsAsPaid_whenItWasHandedOverAndTheBankIsSilent() {
        town.send(Family.of(1).grant(1));
        String file = town.run().file();
        town.release(file, Someone.AN);
        town.jdbi()
                .useTransaction(
                        handle -> handle.execute("update payment_file set state = 'HANDED' where name = ?", file));
        town.send(Family.of(1).paidTo(77L).correction(1));
        assertThat(codes(town.run())).contains("payment.correction-of-paid");
    }

    @Test
    void paysAChildOnce_whenItHasTwoAllowances() {
        town.send(
                Family.of(1).grant(1),
                Family.of(1).under("GB-other").paidTo(77L).grant(2));
        PaymentReport report = town.runAndRelease();
        assertThat(codes(report)).contains("payment.already");
        assertThat(report.undetermined()).isEqualTo(1);
        assertThat(paidTo(1001) + paidTo(77)).isEqualTo(PREMIUM);

        town.send(Family.of(1).under("GB-third").paidTo(78L).grant(1));
        assertThat(codes(town.runAndRelease())).contains("payment.already-paid");
        assertThat(paidTo(78)).isZero();
    }

    @Test
    void tellsThatAnotherAllowanceIsFree_whenTheOneItWaitedForIsCancelled() {
        town.send(
                Family.of(1).grant(1),
                Family.of(1).under("GB-other").paidTo(77L).grant(2));
        town.run();
        town.send(Family.of(1).cancellation(1));
        assertThat(codes(town.run())).contains("payment.freed", "payment.already");
        town.send(Family.of(1).under("GB-other").paidTo(77L).grant(1));
        town.runAndRelease();
        assertThat(paidTo(77)).isEqualTo(PREMIUM);
    }

    @Test
    void letsTheLaterRowCount_whenFilesComeOutOfOrder() {
        YearMonth june = YearMonth.of(2026, 6);
        town.send(
                june, 9, Family.of(1).cancellation(1), Family.of(2).paidTo(77L).correction(2));
        town.send(june, 8, Family.of(1).grant(1), Family.of(2).grant(2));
        PaymentReport report = town.runAndRelease();
        assertThat(codes(report)).contains("payment.cancellation-unknown", "payment.older");
        assertThat(paidTo(1001)).isZero();
        assertThat(paidTo(2001)).isZero();
        assertThat(paidTo(77)).isEqualTo(PREMIUM);
    }

    @Test
    void keepsAGrantThatWasSaidAgain_whenAnOlderCancellationComesLate() {
        YearMonth june = YearMonth.of(2026, 6);
        town.send(june, 1, Family.of(1).grant(1));
        town.run();
        town.send(june, 3, Family.of(1).grant(1));
        town.run();
        town.send(june, 2, Family.of(1).cancellation(1));
        assertThat(codes(town.runAndRelease())).contains("payment.older");
        assertThat(paidTo(1001)).isEqualTo(PREMIUM);
    }

    @Test
    void keepsAnotherAllowanceWaiting_whileTheBankHasNotAnswered() {
        town.send(Family.of(1).grant(1));
        String file = town.run().file();
        town.bank().fallAsleep();
        town.release(file);
        town.send(Family.of(1).under("GB-other").paidTo(77L).grant(1));
        PaymentReport report = town.run();
        assertThat(report.undetermined()).isEqualTo(1);
        assertThat(codes(report)).contains("payment.already");

        town.bank().wakeUp();
        assertThat(codes(town.run())).as("the first is paid now").doesNotContain("payment.already");
    }

    @Test
    void staysUndeterminedAndTold_untilAFaultyRowIsCorrected() {
        town.send(Family.of(1).faulty(1, false), Family.of(2).livingAt("", "").grant(2));
        PaymentReport first = town.run();
        assertThat(first.undetermined()).isEqualTo(2);
        assertThat(first.complete()).isFalse();
        assertThat(first.file()).isEmpty();
        assertThat(codes(town.run()))
                .as("the next run tells it again")
                .contains("groeipakket.iban", "payment.residence-unknown");

        town.send(Family.of(1).correction(1), Family.of(2).correction(2));
        town.runAndRelease();
        PaymentReport corrected = town.run();
        assertThat(codes(corrected)).doesNotContain("groeipakket.iban", "payment.residence-unknown");
        assertThat(corrected.complete()).as("nothing waits any more").isTrue();
        assertThat(paidTo(1001) + paidTo(2001)).isEqualTo(2 * PREMIUM);
    }

    @Test
    void stopsAnUnpaidPayment_whenItsCorrectionIsFaulty() {
        town.send(Family.of(1).grant(1));
        town.run();
        town.send(Family.of(1).faulty(1, true));
        PaymentReport report = town.runAndRelease();
        assertThat(report.file()).isEmpty();
        assertThat(codes(report)).contains("groeipakket.iban");
        assertThat(paidTo(1001)).isZero();
    }
}
