package be.zeef.sync;

import be.zeef.ledger.EntryKind;
import be.zeef.route.Mailbox;
import be.zeef.route.MailboxException;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.List;
import java.util.Map;

/** Sends a packed delivery, the same bytes each time: a recipient that had it already credits nobody twice. */
final class Send {

    private final Run run;
    private final Mailbox box;

    Send(Run run, Mailbox box) {
        this.run = run;
        this.box = box;
    }

    /** Sends all files in order; false when the recipient could not be reached, and then that is told. */
    boolean send(Deliveries.Row delivery) {
        List<String> files = run.tools().jdbi().withHandle(handle -> Deliveries.files(handle, delivery.name()));
        run.progress().step("delivering", -1);
        long intent =
                run.record(EntryKind.DELIVERY_INTENT, Map.of("delivery", delivery.name(), "lines", delivery.lines()));
        try {
            for (String file : files) {
                put(delivery.name(), file);
            }
        } catch (MailboxException e) {
            run.record(EntryKind.DELIVERY_OUTCOME, Map.of("intent", intent, "code", "NOT_SENT"));
            run.tally().incomplete(Finding.warning("sync.delivery-not-sent", Location.WHOLE, delivery.name()));
            return false;
        }
        run.tools().jdbi().useTransaction(handle -> {
            Deliveries.sent(
                    handle, delivery.name(), run.tools().clock().instant().toString());
            run.record(handle, EntryKind.DELIVERY_OUTCOME, Map.of("intent", intent, "code", "SENT"));
        });
        return true;
    }

    /** Puts the last, empty file there again: the recipient looks at the delivery once more and answers once more. */
    void chase(Deliveries.Row delivery) {
        List<String> files = run.tools().jdbi().withHandle(handle -> Deliveries.files(handle, delivery.name()));
        try {
            put(delivery.name(), files.get(files.size() - 1));
            run.tally().tell(Finding.warning("sync.receipt-chased", Location.WHOLE, delivery.name()));
        } catch (MailboxException e) {
            run.tally().tell(Finding.warning("sync.delivery-not-sent", Location.WHOLE, delivery.name()));
        }
    }

    private void put(String delivery, String file) {
        box.put(file, out -> run.tools()
                .jdbi()
                .<java.io.IOException>useHandle(handle -> Deliveries.copy(handle, delivery, file, out)));
    }
}
