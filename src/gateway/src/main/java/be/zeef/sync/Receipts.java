package be.zeef.sync;

import be.zeef.ledger.EntryKind;
import be.zeef.ledger.Uninterrupted;
import be.zeef.recipient.Receipt;
import be.zeef.route.Interruption;
import be.zeef.route.Mailbox;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/**
 * Waits for the receipts of all deliveries that are not settled, this run's and older ones. Halfway to the deadline a
 * delivery without receipts is chased; at the deadline that is told, and the next run goes on waiting.
 */
final class Receipts implements Mailbox.Incoming {

    private final Run run;
    private final FileHandover handover;
    private final Send send;
    private final Mailbox box;
    private long arrived;

    Receipts(Run run, FileHandover handover, Send send) {
        this.run = run;
        this.handover = handover;
        this.send = send;
        this.box = handover.box();
    }

    void await() {
        if (unsettled().isEmpty()) {
            return;
        }
        run.progress().step("waiting for the receipts", -1);
        Duration within = handover.receiptWithin();
        box.watch(this);
        try {
            if (!settledWithin(within.dividedBy(2))) {
                unsettled().forEach(send::chase);
                settledWithin(within.dividedBy(2));
            }
        } finally {
            Uninterrupted.run(() -> run.tally().refused(box.unwatch()));
        }
        unsettled().forEach(delivery -> run.tally()
                .incomplete(Finding.warning(
                        "sync.receipt-missing",
                        Location.WHOLE,
                        delivery.name(),
                        delivery.state() == Deliveries.State.ACCEPTED ? "functional" : "technical",
                        Long.toString(within.toSeconds()),
                        run.plan().agreement())));
    }

    private List<Deliveries.Row> unsettled() {
        return run.tools()
                .jdbi()
                .withHandle(handle -> Deliveries.unsettled(handle, run.plan().agreement()));
    }

    private boolean settledWithin(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (!unsettled().isEmpty()) {
                long before = arrivals();
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                waitForOne(before, left);
            }
            return true;
        } catch (InterruptedException e) {
            throw Interruption.stopped("waiting for receipts", e);
        }
    }

    private synchronized long arrivals() {
        return arrived;
    }

    private synchronized void waitForOne(long before, long millis) throws InterruptedException {
        if (arrived == before) {
            wait(Math.min(millis, 1000));
        }
    }

    @Override
    public void arrived(Mailbox.Offered offered, InputStream content) throws IOException {
        String file = offered.name();
        try {
            boolean ours =
                    run.tools().jdbi().<Boolean, IOException>inTransaction(handle -> read(handle, file, content));
            if (ours) {
                box.acknowledge(offered);
            } else {
                run.tally().tell(Finding.warning("sync.receipt-foreign", Location.WHOLE, file));
            }
        } catch (InvalidMessageException e) {
            run.tally().tellAll(e.report());
            run.tally().tell(Finding.warning("sync.receipt-unusable", Location.WHOLE, file));
        }
        synchronized (this) {
            arrived++;
            notifyAll();
        }
    }

    /** Stores what a receipt says; false when it is about no delivery of ours, and then nothing is kept. */
    private boolean read(Handle handle, String file, InputStream content) throws IOException {
        String name = file.replaceFirst("\\.(ack|result)\\.p7m$", "");
        Receipt receipt = handover.receipts()
                .read(file, content, (line, result, code) -> Benefits.result(handle, name, line, result, code));
        Optional<Deliveries.Row> delivery = Deliveries.find(handle, receipt.delivery());
        if (delivery.isEmpty() || !receipt.delivery().equals(name)) {
            handle.rollback();
            handle.begin();
            return false;
        }
        settle(handle, delivery.get(), receipt);
        return true;
    }

    private void settle(Handle handle, Deliveries.Row delivery, Receipt receipt) {
        if (receipt instanceof Receipt.Technical technical) {
            technical(handle, delivery, technical);
        } else if (receipt instanceof Receipt.Functional functional) {
            long told = Deliveries.answeredLines(handle, delivery.name());
            boolean whole = functional.lines() == delivery.lines() && told == delivery.lines();
            if (delivery.state() == Deliveries.State.CONFIRMED) {
                // the same once more: lines that it refused may stand in a later delivery by now
                run.record(
                        handle,
                        EntryKind.RECEIPT_READ,
                        Map.of("delivery", delivery.name(), "kind", "repeated", "lines", functional.lines()));
                return;
            }
            if (whole) {
                Deliveries.state(handle, delivery.name(), Deliveries.State.CONFIRMED, "");
            } else {
                run.tally()
                        .incomplete(Finding.warning(
                                "sync.receipt-lines",
                                Location.WHOLE,
                                delivery.name(),
                                Long.toString(told),
                                Long.toString(delivery.lines()),
                                run.plan().agreement()));
            }
            run.record(
                    handle,
                    EntryKind.RECEIPT_READ,
                    Map.of(
                            "delivery", delivery.name(),
                            "kind", "functional",
                            "lines", functional.lines(),
                            "refused", Deliveries.refusedLines(handle, delivery.name())));
        }
    }

    private void technical(Handle handle, Deliveries.Row delivery, Receipt.Technical receipt) {
        boolean good = receipt.accepted() && receipt.lines() == delivery.lines();
        if (delivery.state() != Deliveries.State.CONFIRMED) {
            Deliveries.state(
                    handle,
                    delivery.name(),
                    good ? Deliveries.State.ACCEPTED : Deliveries.State.REFUSED,
                    receipt.code());
        }
        if (!good) {
            run.tally().incomplete(run.refused(delivery.name(), receipt.code()));
        }
        run.record(
                handle,
                EntryKind.RECEIPT_READ,
                Map.of(
                        "delivery", delivery.name(),
                        "kind", "technical",
                        "code", receipt.code(),
                        "lines", receipt.lines()));
    }
}
