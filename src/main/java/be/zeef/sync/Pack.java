package be.zeef.sync;

import be.zeef.ledger.EntryKind;
import be.zeef.recipient.DeliveryHead;
import be.zeef.recipient.Packer;
import java.io.IOException;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Packs the grants that are in no delivery yet into one; signed and encrypted it is stored before anything is sent. */
final class Pack {

    private final Run run;
    private final Packer packer;

    Pack(Run run, Packer packer) {
        this.run = run;
        this.packer = packer;
    }

    Run run() throws IOException {
        run.progress().step("packing the delivery", -1);
        return run.tools().jdbi().<Run, IOException>inTransaction(handle -> {
            String agreement = run.plan().agreement();
            int year = run.year();
            if (Benefits.undelivered(handle, agreement, year) > 0) {
                int sequence = Deliveries.nextSequence(handle, agreement, year);
                pack(
                        handle,
                        new DeliveryHead(
                                packer.series(),
                                agreement,
                                year,
                                sequence,
                                run.row().on(),
                                run.plan().delivered().sender(),
                                run.plan().delivered().format()));
            }
            Syncs.advance(handle, run.row(), SyncState.PACKED);
            return run.in(SyncState.PACKED);
        });
    }

    private void pack(Handle handle, DeliveryHead head) throws IOException {
        Deliveries.insert(handle, head, run.row().id());
        Packer.Packed packed = packer.pack(
                head,
                line -> Benefits.eachUndelivered(handle, run.plan(), head.year(), run.vault(), line),
                file -> Deliveries.create(handle, head.name(), file));
        Deliveries.packed(handle, head.name(), packed.lines(), packed.files());
        Benefits.deliveredIn(handle, head.agreement(), head.year(), head.name());
        run.record(
                handle,
                EntryKind.DELIVERY_PACKED,
                Map.of(
                        "version", run.row().version(),
                        "delivery", packed.delivery(),
                        "lines", packed.lines(),
                        "values", packed.linesPerValue()));
    }
}
