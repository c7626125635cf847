package be.zeef.sync;

import be.zeef.recipient.Packer;
import be.zeef.recipient.ReceiptReader;
import be.zeef.route.Mailbox;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    private static void tell(Run run) {
        run.tools()
                .jdbi()
                .useHandle(handle -> Deliveries.ofSync(handle, run.row().id()).ifPresent(delivery -> {
                    long refused = Deliveries.refusedLines(handle, delivery.name());
                    run.tally()
                            .delivered(new Tally.Delivered(
                                    delivery.name(),
                                    delivery.lines(),
                                    delivery.state().name().toLowerCase(Locale.ROOT),
                                    refused));
                    if (refused > 0) {
                        run.tally()
                                .incomplete(Finding.warning(
                                        "sync.lines-refused", Location.WHOLE, delivery.name(), Long.toString(refused)));
                    }
                }));
    }
}
