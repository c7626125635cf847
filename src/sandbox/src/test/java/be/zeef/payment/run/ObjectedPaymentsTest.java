package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.allowance.AllowanceRow;
import be.zeef.objection.Objecting;
import be.zeef.objection.Objection;
import be.zeef.payment.PaymentRefusedException;
import be.zeef.security.Keys;
import be.zeef.security.Someone;
import be.zeef.subject.Insz;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is paid by machine for a child who objected, or to somebody who did; it is told apart, and the others are paid. */
class ObjectedPaymentsTest extends TownFixture {

    private Objecting objecting;

    @BeforeEach
    void desk() {
        objecting = new Objecting(town.jdbi(), Keys.in(town.settings().keys()));
    }

    @AfterEach
    void withdraw() {
        objecting.withdrawAll();
    }

    private static Insz child(int family) {
        return Family.of(family).grant(1).child();
    }

    private static Insz parent(int family) {
        return Family.of(family).grant(1).beneficiaries().get(0).insz();
    }

    private void sendTwo() {
        town.send(Family.of(1).grant(1), Family.of(2).grant(2));
    }

    private void isLeftToPeople(PaymentReport report) {
        assertThat(report.undetermined()).isOne();
        assertThat(report.notEligible()).isZero();
        assertThat(report.causes()).containsEntry("payment.objected", 1L);
        assertThat(codes(report)).contains("payment.objected");
        town.release(report.file());
        assertThat(paidTo(1001)).isZero();
        assertThat(paidTo(2001)).isPositive();
    }

    /** The file of VUTG cannot be had without a child: the row is dropped before anything is decided. */
    @Test
    void decidesNothingOfAChildWhoObjected() {
        objecting.enter(Objection.EVERY, child(1));
        sendTwo();

        isLeftToPeople(town.run());
    }

    @Test
    void decidesNothingWherePaymentWouldBeToSomebodyWhoObjected() {
        objecting.enter("wingene-geboortepremie", parent(1));
        sendTwo();

        isLeftToPeople(town.run());
    }

    @Test
    void takesBackWhatWasNotPaid_whenTheRowComesAgainAfterTheObjection() {
        town.send(Family.of(1).grant(1), Family.of(2).grant(2));
        town.run();
        objecting.enter(Objection.EVERY, child(1));
        AllowanceRow again = Family.of(1).withSupplement().correction(1);
        town.send(again);

        isLeftToPeople(town.run());
    }

    /** A file that nobody has is composed anew without it, and a person who would release the old one is told. */
    @Test
    void composesAFileAnew_thatHoldsAPaymentOfSomebodyWhoObjectsSince() {
        sendTwo();
        String first = town.run().file();
        objecting.enter(Objection.EVERY, child(1));

        assertThatThrownBy(() -> town.release(first, Someone.AN))
                .isInstanceOf(PaymentRefusedException.class)
                .hasMessageContaining("objected");
        PaymentReport second = town.run();
        town.release(second.file());

        assertThat(second.file()).isNotEqualTo(first);
        assertThat(codes(second)).contains("payment.objected-held", "payment.withdrawn");
        assertThat(paidTo(1001)).isZero();
        assertThat(paidTo(2001)).isPositive();

        objecting.withdrawAll();
        town.release(town.run().file());
        assertThat(paidTo(1001)).as("when it is withdrawn").isPositive();
    }

    @Test
    void composesNothing_whenAllIsHeldBack_andSaysThatItIsNotComplete() {
        town.send(Family.of(1).grant(1));
        town.run();
        objecting.enter(Objection.EVERY, parent(1));

        PaymentReport report = town.run();

        assertThat(codes(report)).contains("payment.objected-held");
        assertThat(report.complete()).isFalse();
        assertThat(town.desk().list()).noneMatch(file -> file.state().equals("composed"));
    }
}
