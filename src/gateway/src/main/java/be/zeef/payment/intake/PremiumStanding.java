package be.zeef.payment.intake;

import be.zeef.payment.BankCases;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.Payments;
import be.zeef.payment.Premiums;
import be.zeef.payment.RefusedBefore;
import be.zeef.payment.Withdrawal;
import be.zeef.validation.Finding;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Says whether a premium may have been paid, and takes it back while that is possible; within one transaction. */
final class PremiumStanding {

    private final String agreement;
    private final Handle handle;
    private final Withdrawal withdrawal;
    private final PaymentTally tally;

    PremiumStanding(String agreement, Handle handle, Withdrawal withdrawal, PaymentTally tally) {
        this.agreement = agreement;
        this.handle = handle;
        this.withdrawal = withdrawal;
        this.tally = tally;
    }

    /** Whether it was paid so long ago that its transfers are not kept any more; each premium was made with all of them. */
    boolean isLongPaid(Premiums.Row premium) {
        return Payments.ofChild(handle, agreement, premium.child()).isEmpty();
    }

    /** Whether money may have moved for any share of it. */
    boolean isPaid(Premiums.Row premium) {
        return isLongPaid(premium)
                || Payments.ofChild(handle, agreement, premium.child()).stream().anyMatch(Payments.Row::isPaid);
    }

    /** The same, and nothing that the bank may still say takes it back. */
    boolean isPaidForGood(Premiums.Row premium) {
        return isLongPaid(premium)
                || Payments.ofChild(handle, agreement, premium.child()).stream()
                        .anyMatch(payment -> payment.state() == Payments.State.ACCEPTED
                                || payment.state() == Payments.State.OTHER_MEANS
                                || payment.state() == Payments.State.PAID);
    }

    /** Whether the bank refused an account of it, and no other came since. */
    boolean waitsForAccount(Premiums.Row premium) {
        return Payments.ofChild(handle, agreement, premium.child()).stream()
                .anyMatch(payment -> BankCases.of(handle, payment.id()).isOpenAs(BankCases.Kind.ACCOUNT));
    }

    /** Takes it back: nothing of it has left. A file that it was in is withdrawn. */
    void remove(Premiums.Row premium) {
        List<Payments.Row> payments = Payments.ofChild(handle, agreement, premium.child());
        payments.forEach(withdrawal::stop);
        payments.forEach(payment -> RefusedBefore.replaced(handle, payment));
        Premiums.delete(handle, agreement, premium.child());
        Allowances.waiting(handle, agreement, premium.child())
                .forEach(each -> tally.tell(Finding.warning("payment.freed", each.location())));
    }
}
