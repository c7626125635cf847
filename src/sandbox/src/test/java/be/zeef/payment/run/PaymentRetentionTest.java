package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreements;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.Recorded;
import be.zeef.ledger.row.RowEvidence;
import be.zeef.payment.closing.ClosingDecision;
import be.zeef.payment.closing.ClosingEvidence;
import be.zeef.payment.release.ReleaseEvidence;
import be.zeef.retention.RetentionJob;
import be.zeef.subject.Today;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Payments go ten years after they were made, with whoever released and closed them; nobody is paid twice for that. */
class PaymentRetentionTest extends TownFixture {

    private static final LocalDate LONG_AFTER = LocalDate.of(2099, 1, 1);

    private static Map<String, Long> on(LocalDate day) {
        Clock clock = Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Map<String, Long> removed = new RetentionJob(town.jdbi(), new Ledger(town.jdbi(), clock), clock)
                .run(new Agreements(Town.MAPPINGS).load(Town.AGREEMENT));
        assertThat(new RowEvidence(town.jdbi()).breaks()).isEmpty();
        assertThat(new ReleaseEvidence(town.jdbi()).breaks()).isEmpty();
        assertThat(new ClosingEvidence(town.jdbi()).breaks()).isEmpty();
        assertThat(new LedgerVerifier(town.jdbi()).verify().holds()).isTrue();
        return removed;
    }

    private static long count(String from) {
        return town.jdbi().withHandle(handle -> handle.createQuery("select count(*) from " + from)
                .mapTo(Long.class)
                .one());
    }

    private static void pay(Family family) {
        town.send(family.grant(1));
        town.runAndRelease();
        town.run();
    }

    /** On which the last entry of today was written: the day from which the ten years count. */
    private static LocalDate lastDay() {
        List<LocalDate> days = new ArrayList<>();
        town.jdbi()
                .useTransaction(handle ->
                        Recorded.rowsWritten(handle, entry -> days.add(Today.at(java.time.Instant.parse(entry.at())))));
        return days.get(days.size() - 1);
    }

    @Test
    void goTenYearsAfterTheLastThatHappenedToThem() {
        pay(Family.of(1));
        LocalDate day = lastDay();

        assertThat(on(day.plusYears(10))).containsEntry("payments", 0L).containsEntry("files", 0L);
        assertThat(count("payment")).isEqualTo(1);
        assertThat(on(day.plusYears(10).plusDays(1)))
                .containsEntry("payments", 1L)
                .containsEntry("files", 1L);
        for (String table : List.of("payment", "payment_file", "payment_release", "payment_case")) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(on(day.plusYears(10).plusDays(1))).containsEntry("payments", 0L);
    }

    @Test
    void aChildIsPaidOnceEver_whateverIsSaidAfterwards() {
        pay(Family.of(1));
        on(LONG_AFTER);

        town.send(Family.of(1).grant(1));
        town.send(Family.of(1).under("TWIN-1").grant(1));
        PaymentReport again = town.run();

        assertThat(again.file()).isEmpty();
        assertThat(again.undetermined()).isZero();
        assertThat(count("payment")).isZero();
        assertThat(codes(again)).contains("payment.already-paid");
    }

    @Test
    void aCorrectionOfWhatWasPaidSoLongAgoIsForAPerson() {
        pay(Family.of(1));
        on(LONG_AFTER);

        town.send(Family.of(1).paidTo(77L).correction(1));
        PaymentReport corrected = town.run();
        town.send(Family.of(1).cancellation(1));
        PaymentReport cancelled = town.run();

        assertThat(codes(corrected)).contains("payment.correction-of-paid");
        assertThat(codes(cancelled)).contains("payment.cancellation-of-paid");
        assertThat(count("payment")).isZero();
        assertThat(paidTo(77L)).isZero();
    }

    @Test
    void whatMayStillMoveMoneyStays_withAllOfItsChild() {
        town.bank().saysOnlyWhatItIsTold();
        town.send(Family.of(1).grant(1));
        town.runAndRelease();

        on(LONG_AFTER);

        assertThat(count("payment")).isEqualTo(1);
        assertThat(count("payment_file")).isEqualTo(1);
        assertThat(count("payment_release")).isEqualTo(2);
    }

    @Test
    void aRefusedAccountThatWaitsForAnotherStays() {
        town.bank().close(Family.iban(5));
        pay(Family.of(1).paidTo(5L));

        on(LONG_AFTER);
        assertThat(count("payment")).isEqualTo(1);

        town.send(Family.of(1).paidTo(6L).correction(1));
        town.runAndRelease();
        assertThat(paidTo(6L)).isEqualTo(Life.PREMIUM);
    }

    @Test
    void whatPeopleClosedGoesWithTheirSignatures() {
        town.send(Family.of(1).paidTo(0L).grant(1));
        town.run();
        new Closer(town).both("other-means", ClosingDecision.PAID);

        assertThat(on(LONG_AFTER)).containsEntry("payments", 1L).containsEntry("closings", 2L);
        assertThat(count("payment_closing")).isZero();
    }

    @Test
    void whoTakesClosingsAwayBeforeTheirTimeIsTold() {
        town.send(Family.of(1).paidTo(0L).grant(1));
        town.run();
        new Closer(town).both("other-means", ClosingDecision.PAID);
        on(LocalDate.of(2030, 1, 1));

        town.jdbi().useTransaction(handle -> handle.execute("delete from payment_closing"));

        assertThat(new ClosingEvidence(town.jdbi()).breaks())
                .containsExactly("the two signatures that closed other-means are not there");
    }

    @Test
    void rowsGo_butThoseThatWaitForAPerson() {
        pay(Family.of(1));
        town.send(Family.of(2).faulty(1, false));
        town.run();
        assertThat(count("allowance_line")).isEqualTo(2);

        assertThat(on(LONG_AFTER)).containsEntry("rows", 1L);

        assertThat(count("allowance")).isEqualTo(1);
        assertThat(count("allowance where outcome = 'UNDETERMINED'")).isEqualTo(1);
        assertThat(count("allowance_file")).as("that they were taken in stays").isEqualTo(2);
        assertThat(town.run().undetermined()).isEqualTo(1);
    }
}
