package be.zeef.abandonment;

import be.zeef.delivery.RunDeliveries;
import be.zeef.grant.FreedGrants;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.DeliveryPacked;
import be.zeef.ledger.event.QuestionFileGivenUp;
import be.zeef.ledger.event.SyncEnded;
import be.zeef.run.SyncRow;
import be.zeef.run.SyncState;
import be.zeef.run.Syncs;
import be.zeef.run.file.QuestionFile;
import be.zeef.run.file.QuestionFiles;
import be.zeef.sync.Decisions;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Ends a run within one transaction, and leaves nothing of it without an owner:
 *
 * <ul>
 *   <li>question files without an answer are given up: an answer that comes is told as late, and removed;
 *   <li>a delivery of which anything may have left stays as it is: the next run sends what is not known to be sent and takes in its
 *       receipts, so its grants are delivered once;
 *   <li>a delivery of which nothing left is withdrawn: its grants are in no delivery, and go out with the next run;
 *   <li>of a run that had not decided, what was decided about people who were granted nothing goes: they are asked about anew.
 * </ul>
 */
record Ending(Handle handle, Ledger ledger) {

    /**
     * @param by who ends it; of two people both
     * @return how many grants are in no delivery again
     */
    int end(Abandonable run, String reason, List<String> by) {
        SyncRow row = run.row();
        for (QuestionFile file : run.openFiles()) {
            QuestionFiles.mark(handle, file.id(), QuestionFile.State.GIVEN_UP);
            ledger.append(handle, row.agreement(), row.id(), new QuestionFileGivenUp(file.referte()));
        }
        int freed = 0;
        for (RunDeliveries.Packed delivery : run.withheld()) {
            RunDeliveries.withdraw(handle, delivery.name());
            freed += FreedGrants.of(handle, delivery.name());
            ledger.append(handle, row.agreement(), row.id(), new DeliveryPacked.Withdrawn(delivery.name()));
        }
        if (!row.state().reached(SyncState.DECIDED)) {
            Decisions.forgetUngranted(handle, row.id());
        }
        Syncs.close(handle, row, SyncState.ABANDONED);
        ledger.append(
                handle,
                row.agreement(),
                row.id(),
                new SyncEnded.Abandoned(
                        row.state().name(),
                        run.fileNames(),
                        names(run.deliveries()),
                        names(run.withheld()),
                        String.join("/", by),
                        reason));
        ledger.append(handle, row.agreement(), row.id(), new SyncEnded(SyncState.ABANDONED.name()));
        return freed;
    }

    private static List<String> names(List<RunDeliveries.Packed> deliveries) {
        return deliveries.stream().map(RunDeliveries.Packed::name).toList();
    }
}
