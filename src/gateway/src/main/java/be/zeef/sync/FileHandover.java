package be.zeef.sync;

import be.zeef.delivery.Packer;
import be.zeef.recipient.ReceiptReader;
import be.zeef.route.Mailbox;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
            OpenPeriod.after(handle, run).forEach(open -> run.tally().incomplete(open.finding()));
        });
    }

    private static long tellRefused(Handle handle, Run run, Deliveries.Row delivery) {
        long refused = Deliveries.refusedLines(handle, delivery.name());
        if (refused > 0) {
            run.tally()
                    .incomplete(Finding.warning(
                            "sync.lines-refused", Location.WHOLE, delivery.name(), Long.toString(refused)));
        }
        return refused;
    }

    /** Of several deliveries, the state of the one that is least settled. */
    private static Tally.Delivered delivered(List<Deliveries.Row> own, long refused) {
        Set<Deliveries.State> states =
                own.stream().map(Deliveries.Row::state).collect(Collectors.toCollection(TreeSet::new));
        Deliveries.State state =
                states.contains(Deliveries.State.REFUSED) ? Deliveries.State.REFUSED : Collections.min(states);
        return new Tally.Delivered(
                own.stream().map(Deliveries.Row::name).collect(Collectors.joining(", ")),
                own.stream().mapToLong(Deliveries.Row::lines).sum(),
                state.name().toLowerCase(Locale.ROOT),
                refused);
    }
}
