package be.zeef.delivery;

import be.zeef.ledger.Uninterrupted;
import be.zeef.recipient.ReceiptReader;
import be.zeef.route.Interruption;
import be.zeef.route.Mailbox;
import be.zeef.run.Run;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the receipts of all deliveries that are not settled, this run's and older ones. Halfway to the deadline a
 * delivery without receipts is chased; at the deadline that is told, and the next run goes on waiting.
 */
public final class Receipts {

    private final TakeReceipt take;
    private final Mailbox box;
    private final Send send;
    private final Duration within;

    /**
     * @param series what the deliveries to this recipient are called
     * @param send chases a delivery
     * @param within how long the receipts may take before they are told as missing
     */
    public Receipts(ReceiptReader reader, String series, Mailbox box, Send send, Duration within) {
        this.take = new TakeReceipt(reader, series);
        this.box = box;
        this.send = send;
        this.within = within;
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
                    run.findings().tell(Finding.warning("sync.receipt-foreign", Location.WHOLE, file));
                }
            } catch (InvalidMessageException e) {
                run.findings().tellAll(e.report());
                run.findings().tell(Finding.warning("sync.receipt-unusable", Location.WHOLE, file));
            }
            synchronized (this) {
                arrived++;
                notifyAll();
            }
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
