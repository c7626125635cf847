package be.zeef.payment;

import be.zeef.ledger.EntryKind;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What stands of a premium, and how it is taken back while that is possible. */
final class Standing {

    private final PaymentTools tools;
    private final Handle handle;
    private final Tally tally;

    Standing(PaymentTools tools, Handle handle, Tally tally) {
        this.tools = tools;
        this.handle = handle;
        this.tally = tally;
    }

    /** Whether money may have moved for any share of it. */
    boolean isPaid(Premiums.Row premium) {
        return Payments.ofChild(handle, tools.id(), premium.child()).stream().anyMatch(Payments.Row::isPaid);
    }

    /** The same, and nothing that the bank may still say takes it back. */
    boolean isPaidForGood(Premiums.Row premium) {
        return Payments.ofChild(handle, tools.id(), premium.child()).stream()
                .anyMatch(payment ->
                        payment.state() == Payments.State.ACCEPTED || payment.state() == Payments.State.OTHER_MEANS);
    }

    /** Takes it back: nothing of it has left. A file that it was in is withdrawn. */
    void remove(Premiums.Row premium) {
        for (Payments.Row payment : Payments.ofChild(handle, tools.id(), premium.child())) {
            stop(payment);
        }
        Premiums.delete(handle, tools.id(), premium.child());
        Allowances.waiting(handle, tools.id(), premium.child())
                .forEach(each -> tally.tell(Finding.warning("payment.freed", each.location())));
    }

    /** Stops one transfer if it still can be. */
    void stop(Payments.Row payment) {
        if (payment.isStoppable()) {
            if (!payment.file().isEmpty()) {
                withdraw(payment.file());
            }
            Payments.remove(handle, payment.id());
        }
    }

    /**
     * A file that nobody has will never be handed over: its transfers go with another one.
     *
     * @throws IllegalStateException when it was released meanwhile; nothing changes then
     */
    void withdraw(String name) {
        PaymentFiles.Row file = PaymentFiles.lock(handle, tools.id(), name).orElseThrow();
        if (file.state().hasLeft()) {
            throw new IllegalStateException("a payment file was released while it was being withdrawn; run again");
        }
        if (file.state() != PaymentFiles.State.WITHDRAWN) {
            PaymentFiles.end(handle, file, PaymentFiles.State.WITHDRAWN);
            Payments.outOf(handle, tools.id(), name);
            tools.record(handle, EntryKind.DELIVERY_OUTCOME, Map.of("delivery", name, "code", "WITHDRAWN"));
            tally.tell(Finding.information("payment.withdrawn", Location.WHOLE, name));
        }
    }
}
