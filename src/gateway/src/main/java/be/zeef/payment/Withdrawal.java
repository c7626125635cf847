package be.zeef.payment;

import be.zeef.ledger.event.DeliveryPacked;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import org.jdbi.v3.core.Handle;

/** Takes transfers and files back before they leave, within one transaction. */
public final class Withdrawal {

    private final AgreementLedger ledger;
    private final Handle handle;
    private final PaymentTally tally;

    public Withdrawal(AgreementLedger ledger, Handle handle, PaymentTally tally) {
        this.ledger = ledger;
        this.handle = handle;
        this.tally = tally;
    }

    /** Stops one transfer if it still can be. A file that it was in is withdrawn. */
    public void stop(Payments.Row payment) {
        if (payment.isStoppable()) {
            if (payment.file().isPresent()) {
                withdraw(payment.file().orElseThrow());
            }
            Payments.remove(handle, payment.id());
        }
    }

    /**
     * A file that nobody has will never be handed over: its transfers go with another one.
     *
     * @throws IllegalStateException when it was released meanwhile; nothing changes then
     */
    public void withdraw(String name) {
        PaymentFiles.Row file =
                PaymentFiles.lock(handle, ledger.agreement(), name).orElseThrow();
        if (file.state().hasLeft()) {
            throw new IllegalStateException("a payment file was released while it was being withdrawn; run again");
        }
        if (file.state() != PaymentFiles.State.WITHDRAWN) {
            PaymentFiles.end(handle, file, PaymentFiles.State.WITHDRAWN);
            Payments.outOf(handle, ledger.agreement(), name);
            ledger.record(handle, new DeliveryPacked.Withdrawn(name));
            tally.tell(Finding.information("payment.withdrawn", Location.WHOLE, name));
        }
    }
}
