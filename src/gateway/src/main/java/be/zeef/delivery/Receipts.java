package be.zeef.delivery;

import be.zeef.ledger.Uninterrupted;
import be.zeef.ledger.event.ReceiptRead;
import be.zeef.recipient.Recipient;
import be.zeef.route.Interruption;
import be.zeef.route.Mailbox;
import be.zeef.run.Run;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.wire.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Waits for the receipts of all deliveries that are not settled, this run's and older ones. Halfway to the deadline a
 * delivery without receipts is chased; at the deadline that is told, and the next run goes on waiting.
 */
public final class Receipts {

    private final String recipient;
    private final TakeReceipt take;
    private final Mailbox box;
    private final Send send;
    private final Duration within;

    /**
     * @param recipient whose receipts they are, and how long those may take before they are told as missing
     * @param send chases a delivery
     */
    public Receipts(Recipient recipient, Mailbox box, Send send) {
        this.recipient = recipient.system();
        this.take = new TakeReceipt(recipient.receipts(), recipient.packer().series());
        this.box = box;
        this.send = send;
        this.within = recipient.receiptWithin();
    }

    void await(Run run) {
        if (unsettled(run).isEmpty()) {
            return;
        }
        run.progress().step("waiting for the receipts", -1);
        Watch watch = new Watch(run);
        box.watch(watch);
        try {
            if (!watch.settledWithin(within.dividedBy(2))) {
                unsettled(run).forEach(delivery -> send.chase(run, delivery));
                watch.settledWithin(within.dividedBy(2));
            }
        } finally {
            Uninterrupted.run(() -> run.findings().unread(box.unwatch()));
        }
        unsettled(run).forEach(delivery -> run.findings()
                .incomplete(Finding.warning(
                        "sync.receipt-missing",
                        Location.WHOLE,
                        delivery.name(),
                        delivery.state() == Deliveries.State.ACCEPTED ? "functional" : "technical",
                        Long.toString(within.toSeconds()),
                        run.plan().benefit())));
    }

    private static List<Deliveries.Row> unsettled(Run run) {
        return run.jdbi()
                .withHandle(handle -> Deliveries.unsettled(handle, run.plan().benefit()));
    }

    /** What arrives while a run waits. */
    private final class Watch implements Mailbox.Incoming {
        private final Run run;
        private long arrived;

        Watch(Run run) {
            this.run = run;
        }

        @Override
        public void arrived(Mailbox.Offered offered, InputStream content) throws IOException {
            String file = offered.name();
            try {
                boolean ours =
                        run.jdbi().<Boolean, IOException>inTransaction(handle -> take.take(run, handle, file, content));
                if (ours) {
                    box.acknowledge(offered);
                } else {
                    refused(offered, content, List.of("sync.receipt-foreign"));
                }
            } catch (InvalidMessageException e) {
                run.findings().tellAll(e.report());
                refused(
                        offered,
                        content,
                        Stream.concat(Stream.of("sync.receipt-unusable"), e.codes())
                                .toList());
            }
            synchronized (this) {
                arrived++;
                notifyAll();
            }
        }

        /** Told, and recorded with what came. */
        private void refused(Mailbox.Offered offered, InputStream content, List<String> why) {
            run.findings().tell(Finding.warning(why.get(0), Location.WHOLE, offered.name()));
            Passage.readOn(content, offered.bytes());
            run.record(new ReceiptRead.Refused(recipient, why, TakeReceipt.wire(run)));
        }

        boolean settledWithin(Duration time) {
            long end = System.nanoTime() + time.toNanos();
            try {
                while (!unsettled(run).isEmpty()) {
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
    }
}
