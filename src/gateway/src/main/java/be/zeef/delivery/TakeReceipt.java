package be.zeef.delivery;

import be.zeef.grant.Grants;
import be.zeef.ledger.event.Event;
import be.zeef.ledger.event.ReceiptRead;
import be.zeef.packing.DeliveryHead;
import be.zeef.recipient.DeliveryReceipt;
import be.zeef.recipient.ReceiptReader;
import be.zeef.run.Run;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import be.zeef.wire.WireKey;
import be.zeef.wire.WireTap;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Takes in one receipt, within a transaction: what it says of a delivery and its lines is stored and recorded.
 *
 * @param series what the deliveries to its recipient are called: it answers for no other recipient's
 */
record TakeReceipt(ReceiptReader reader, String series) {

    /** Stores what a receipt says; false when it is about no delivery of ours to its recipient, and then nothing is kept. */
    boolean take(Run run, Handle handle, String file, InputStream content) throws IOException {
        String name = file.replaceFirst("\\.(ack|result)\\.p7m$", "");
        if (!DeliveryHead.isOf(series, name)) {
            return false;
        }
        DeliveryReceipt receipt =
                reader.read(file, content, (line, result, code) -> Grants.result(handle, name, line, result, code));
        Optional<Deliveries.Row> delivery = Deliveries.find(handle, receipt.delivery());
        if (delivery.isEmpty() || !receipt.delivery().equals(name)) {
            handle.rollback();
            handle.begin();
            return false;
        }
        settle(run, handle, delivery.get(), receipt);
        return true;
    }

    private static void settle(Run run, Handle handle, Deliveries.Row delivery, DeliveryReceipt receipt) {
        if (delivery.state() == Deliveries.State.WITHDRAWN) {
            // its grants went out in another delivery, or will: only people can find out what the recipient has
            run.findings()
                    .open(Finding.error(
                            "sync.receipt-withdrawn",
                            Location.WHOLE,
                            delivery.name(),
                            Long.toString(delivery.lines()),
                            run.plan().benefit()));
            run.record(handle, new ReceiptRead.OfWithdrawn(delivery.name(), receipt.lines()));
            return;
        }
        if (receipt instanceof DeliveryReceipt.Technical technical) {
            technical(run, handle, delivery, technical);
        } else if (receipt instanceof DeliveryReceipt.Functional functional) {
            functional(run, handle, delivery, functional);
        }
    }

    private static void functional(
            Run run, Handle handle, Deliveries.Row delivery, DeliveryReceipt.Functional receipt) {
        if (delivery.state() == Deliveries.State.CONFIRMED) {
            // the same once more: lines that it refused may stand in a later delivery by now
            run.record(handle, new ReceiptRead.Repeated(delivery.name(), receipt.lines(), wire(run)));
            return;
        }
        long told = Grants.answered(handle, delivery.name());
        if (receipt.lines() == delivery.lines() && told == delivery.lines()) {
            Deliveries.state(handle, delivery.name(), Deliveries.State.CONFIRMED, "");
        } else {
            run.findings()
                    .incomplete(Finding.warning(
                            "sync.receipt-lines",
                            Location.WHOLE,
                            delivery.name(),
                            Long.toString(told),
                            Long.toString(delivery.lines()),
                            run.plan().benefit()));
        }
        run.record(
                handle,
                new ReceiptRead.Functional(
                        delivery.name(), receipt.lines(), Grants.refused(handle, delivery.name()), wire(run)));
    }

    private static void technical(Run run, Handle handle, Deliveries.Row delivery, DeliveryReceipt.Technical receipt) {
        boolean good = receipt.accepted() && receipt.lines() == delivery.lines();
        if (delivery.state() != Deliveries.State.CONFIRMED) {
            Deliveries.state(
                    handle,
                    delivery.name(),
                    good ? Deliveries.State.ACCEPTED : Deliveries.State.REFUSED,
                    receipt.code());
        }
        if (!good) {
            run.findings()
                    .incomplete(
                            delivery.state() == Deliveries.State.CONFIRMED
                                    ? Finding.warning(
                                            "sync.receipt-contradicts", Location.WHOLE, delivery.name(), receipt.code())
                                    : run.refused(delivery.name(), receipt.code()));
        }
        run.record(handle, new ReceiptRead.Technical(delivery.name(), receipt.code(), receipt.lines(), wire(run)));
    }

    /** The receipt that is being read, as it came. */
    static List<Event.Wire> wire(Run run) {
        return WireTap.seenHere(new WireKey(run.people()));
    }
}
