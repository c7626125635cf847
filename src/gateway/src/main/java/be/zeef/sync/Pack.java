package be.zeef.sync;

import be.zeef.delivery.DeliveryHead;
import be.zeef.delivery.Packer;
import be.zeef.ledger.EntryKind;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Packs the grants that are in no delivery yet, of whatever period, what was refused before among them: one delivery per
 * period, under its own year. Each is one transaction, and stored signed and encrypted before anything is sent; a run that
 * died between two of them finds the periods that are left.
 */
final class Pack {

    private final Run run;
    private final Packer packer;

    Pack(Run run, Packer packer) {
        this.run = run;
        this.packer = packer;
    }

    Run run() throws IOException {
        run.progress().step("packing the delivery", -1);
        String agreement = run.plan().agreement();
        List<Integer> periods = run.tools().jdbi().inTransaction(handle -> {
            Benefits.retryRefused(handle, agreement);
            return Benefits.openPeriods(handle, agreement);
        });
        for (int period : periods) {
            pack(period);
        }
        return run.advanced(SyncState.PACKED);
    }

    /** Another period that cannot be packed is told, as it must not hold back the run's own. */
    private void pack(int period) throws IOException {
        try {
            run.tools().jdbi().<IOException>useTransaction(handle -> pack(handle, head(handle, period)));
        } catch (InvalidMessageException e) {
            if (period == run.year()) {
                throw e;
            }
            run.tally().tellAll(e.report());
        }
    }

    private DeliveryHead head(Handle handle, int period) {
        String agreement = run.plan().agreement();
        return new DeliveryHead(
                packer.series(),
                agreement,
                period,
                Deliveries.nextSequence(handle, agreement, period),
                run.row().on(),
                run.plan().delivered().sender(),
                run.plan().delivered().format());
    }

    /** Marks the lines before it reads them: a grant that somebody commits in between is in no delivery, and not lost. */
    private void pack(Handle handle, DeliveryHead head) throws IOException {
        Deliveries.insert(handle, head, run.row().id());
        long taken = Benefits.take(handle, head);
        Packer.Packed packed = packer.pack(
                head,
                line -> Benefits.eachOf(
                        handle, head.name(), run.plan().delivered().identifier(), run.vault(), line),
                file -> Deliveries.create(handle, head.name(), file));
        if (packed.lines() != taken) {
            throw new IllegalStateException("a delivery does not hold the lines it was made of");
        }
        Deliveries.packed(handle, head.name(), packed.lines(), packed.files());
        run.record(
                handle,
                EntryKind.DELIVERY_PACKED,
                Map.of(
                        "version", run.row().version(),
                        "delivery", packed.delivery(),
                        "lines", packed.lines(),
                        "values", packed.linesPerValue()));
        if (head.year() != run.year()) {
            run.tally()
                    .tell(Finding.information(
                            "sync.of-another-period", Location.WHOLE, Long.toString(taken), head.name()));
        }
    }
}
