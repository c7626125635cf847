package be.zeef.sync;

import be.zeef.delivery.Packer;
import be.zeef.recipient.ReceiptReader;
import be.zeef.route.Mailbox;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Hands over in files: packs, sends, and matches the receipts.
 *
 * @param receiptWithin how long the receipts may take before they are told as missing
 */
public record FileHandover(Packer packer, ReceiptReader receipts, Mailbox box, Duration receiptWithin)
        implements Handover {

    @Override
    public Optional<Run> run(Run decided) throws IOException {
        Run run = decided;
        if (run.row().state() == SyncState.DECIDED) {
            run = new Pack(run, packer).run();
        }
        Send send = new Send(run, box);
        boolean sent = true;
        for (Deliveries.Row delivery : packed(run)) {
            sent &= send.send(delivery);
        }
        if (!sent) {
            return Optional.empty();
        }
        run = run.row().state() == SyncState.PACKED ? run.advanced(SyncState.SENT) : run;
        new Receipts(run, this, send).await();
        tell(run);
        return Optional.of(run);
    }

    private static List<Deliveries.Row> packed(Run run) {
        return run
                .tools()
                .jdbi()
                .withHandle(handle -> Deliveries.unsettled(handle, run.plan().agreement()))
                .stream()
                .filter(delivery -> delivery.state() == Deliveries.State.PACKED)
                .toList();
    }

    /** What the run delivered, and what of older deliveries and other periods is open all the same. */
    private static void tell(Run run) {
        run.tools().jdbi().useHandle(handle -> {
            List<Deliveries.Row> own = Deliveries.ofSync(handle, run.row().id());
            long refused = own.stream()
                    .mapToLong(delivery -> tellRefused(handle, run, delivery))
                    .sum();
            if (!own.isEmpty()) {
                run.tally().delivered(delivered(own, refused));
            }
            OpenPeriod.after(handle, run).forEach(open -> run.tally()
                    .incomplete(open.finding(run.plan().agreement())));
        });
    }

    /** How many lines of it the recipient refused; a run that died after it read so tells it too. */
    private static long tellRefused(Handle handle, Run run, Deliveries.Row delivery) {
        if (delivery.state() == Deliveries.State.REFUSED) {
            run.tally().incomplete(run.refused(delivery.name(), delivery.code()));
            return delivery.lines();
        }
        long refused = Deliveries.refusedLines(handle, delivery.name());
        if (refused > 0) {
            run.tally()
                    .incomplete(Finding.warning(
                            "sync.lines-refused",
                            Location.WHOLE,
                            delivery.name(),
                            Long.toString(refused),
                            run.plan().agreement()));
        }
        return refused;
    }

    /** Where nothing was refused, the state of the delivery that is least settled. */
    private static Tally.Delivered delivered(List<Deliveries.Row> own, long refused) {
        long lines = own.stream().mapToLong(Deliveries.Row::lines).sum();
        Deliveries.State state = own.stream()
                .map(Deliveries.Row::state)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Tally.Delivered(
                own.stream().map(Deliveries.Row::name).collect(Collectors.joining(", ")),
                lines,
                Tally.receipt(lines, refused, state.name().toLowerCase(Locale.ROOT)),
                refused);
    }
}
