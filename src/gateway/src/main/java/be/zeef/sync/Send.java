package be.zeef.sync;

import be.zeef.ledger.Deed;
import be.zeef.ledger.Deeds;
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
        return run.deeds()
                .around(
                        Deed.DELIVERY,
                        Map.of("delivery", delivery.name(), "lines", delivery.lines()),
                        () -> send(delivery, files));
    }

    private Deeds.End<Boolean> send(Deliveries.Row delivery, List<String> files) {
        try {
            for (String file : files) {
                put(delivery.name(), file);
            }
        } catch (MailboxException e) {
            run.tally()
                    .incomplete(Finding.warning(
                            "sync.delivery-not-sent",
                            Location.WHOLE,
                            delivery.name(),
                            run.plan().agreement()));
            return Deeds.End.of(false, "NOT_SENT");
        }
        return Deeds.End.of(true, "SENT")
                .storing(handle -> Deliveries.sent(
                        handle, delivery.name(), run.tools().clock().instant().toString()));
    }

    /** Puts the last, empty file there again: the recipient looks at the delivery once more and answers once more. */
    void chase(Deliveries.Row delivery) {
        List<String> files = run.tools().jdbi().withHandle(handle -> Deliveries.files(handle, delivery.name()));
        try {
            put(delivery.name(), files.get(files.size() - 1));
            run.tally().tell(Finding.warning("sync.receipt-chased", Location.WHOLE, delivery.name()));
        } catch (MailboxException e) {
            run.tally().tell(Finding.warning("sync.receipt-not-chased", Location.WHOLE, delivery.name()));
        }
    }

    private void put(String delivery, String file) {
        box.put(file, out -> run.tools()
                .jdbi()
                .<java.io.IOException>useHandle(handle -> Deliveries.copy(handle, delivery, file, out)));
    }
}
