package be.zeef.delivery;

import be.zeef.grant.Grants;
import be.zeef.grant.Improvements;
import be.zeef.grant.OpenPeriod;
import be.zeef.run.DeliveredCounts;
import be.zeef.run.Run;
import be.zeef.run.SyncState;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Hands over in files: packs, sends, and matches the receipts. */
public record FileHandover(Pack pack, Send send, Receipts receipts) implements Handover {

    @Override
    public Optional<Run> run(Run decided) throws IOException {
        Run run = decided;
        if (run.row().state() == SyncState.DECIDED) {
            run = pack.run(run);
        }
        boolean sent = true;
        for (Deliveries.Row delivery : packed(run)) {
            sent &= send.send(run, delivery);
        }
        if (!sent) {
            run.jdbi().useHandle(handle -> tellWaiting(handle, decided));
            return Optional.empty();
        }
        run = run.row().state() == SyncState.PACKED ? run.advanced(SyncState.SENT) : run;
        receipts.await(run);
        tell(run);
        return Optional.of(run);
    }

    private static List<Deliveries.Row> packed(Run run) {
        return run
                .jdbi()
                .withHandle(handle -> Deliveries.unsettled(handle, run.plan().benefit()))
                .stream()
                .filter(delivery -> delivery.state() == Deliveries.State.PACKED)
                .toList();
    }

    /** What the run delivered, and what of older deliveries and other periods is open all the same. */
    private static void tell(Run run) {
        run.jdbi().useHandle(handle -> {
            List<Deliveries.Row> own = Deliveries.ofSync(handle, run.row().id());
            long refused = own.stream()
                    .mapToLong(delivery -> tellRefused(handle, run, delivery))
                    .sum();
            if (!own.isEmpty()) {
                run.findings().delivered(delivered(own, refused));
            }
            OpenPeriod.after(handle, run).forEach(open -> run.findings()
                    .incomplete(open.finding(run.plan().benefit())));
            tellWaiting(handle, run);
        });
    }

    /** Those of the run's own period too: what it decided itself may be waiting. */
    private static void tellWaiting(Handle handle, Run run) {
        String benefit = run.plan().benefit();
        Improvements.waiting(handle, benefit).forEach(waiting -> run.findings().incomplete(waiting.finding(benefit)));
    }

    /** How many lines of it the recipient refused; a run that died after it read so tells it too. */
    private static long tellRefused(Handle handle, Run run, Deliveries.Row delivery) {
        if (delivery.state() == Deliveries.State.REFUSED) {
            run.findings().incomplete(run.refused(delivery.name(), delivery.code()));
            return delivery.lines();
        }
        long refused = Grants.refused(handle, delivery.name());
        if (refused > 0) {
            run.findings()
                    .incomplete(Finding.warning(
                            "sync.lines-refused",
                            Location.WHOLE,
                            delivery.name(),
                            Long.toString(refused),
                            run.plan().benefit()));
        }
        return refused;
    }

    /** Where nothing was refused, the state of the delivery that is least settled. */
    private static DeliveredCounts delivered(List<Deliveries.Row> own, long refused) {
        long lines = own.stream().mapToLong(Deliveries.Row::lines).sum();
        Deliveries.State state = own.stream()
                .map(Deliveries.Row::state)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new DeliveredCounts(
                own.stream().map(Deliveries.Row::name).collect(Collectors.joining(", ")),
                lines,
                DeliveredCounts.receipt(lines, refused, state.name().toLowerCase(Locale.ROOT)),
                refused);
    }
}
