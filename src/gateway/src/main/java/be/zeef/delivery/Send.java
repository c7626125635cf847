package be.zeef.delivery;

import be.zeef.ledger.Deeds;
import be.zeef.ledger.event.DeliveryIntent;
import be.zeef.ledger.event.DeliveryOutcome;
import be.zeef.ledger.event.Event;
import be.zeef.ledger.event.Sending;
import be.zeef.route.Mailbox;
import be.zeef.route.MailboxException;
import be.zeef.run.Run;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import be.zeef.wire.Passage;
import be.zeef.wire.WireKey;
import be.zeef.wire.WireTap;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** Sends a packed delivery, the same bytes each time: a recipient that had it already credits nobody twice. */
public final class Send {

    private final Mailbox box;
    private final Clock clock;

    public Send(Mailbox box, Clock clock) {
        this.box = box;
        this.clock = clock;
    }

    /** Sends all files in order; false when the recipient could not be reached, and then that is told. */
    boolean send(Run run, Deliveries.Row delivery) {
        run.progress().step("delivering", -1);
        return run.deeds()
                .around(
                        new DeliveryIntent.OfGrants(delivery.name(), delivery.lines()),
                        () -> send(run, delivery.name()));
    }

    /** Looks after the intent was written: what was withdrawn before it stays here, and what has an intent is not withdrawn. */
    private Deeds.End<Boolean, DeliveryOutcome.OfFiles> send(Run run, String name) {
        return run.jdbi()
                .withHandle(handle -> Deliveries.find(handle, name))
                .filter(now -> now.state() == Deliveries.State.PACKED)
                .map(now -> send(run, now, run.jdbi().withHandle(handle -> Deliveries.files(handle, name))))
                .orElseGet(() -> Deeds.End.of(false, new DeliveryOutcome.OfFiles(Sending.NOT_SENT)));
    }

    private Deeds.End<Boolean, DeliveryOutcome.OfFiles> send(Run run, Deliveries.Row delivery, List<String> files) {
        List<Event.Wire> wire;
        try (WireTap tap = WireTap.open()) {
            for (String file : files) {
                put(run, delivery.name(), file);
                // as it was packed: signed, and enciphered for its recipient
                WireTap.last().ifPresent(Passage::sealed);
            }
            wire = tap.seen(new WireKey(run.people()));
        } catch (MailboxException e) {
            run.findings()
                    .incomplete(Finding.warning(
                            "sync.delivery-not-sent",
                            Location.WHOLE,
                            delivery.name(),
                            run.plan().benefit(),
                            e.reason()));
            return Deeds.End.of(false, new DeliveryOutcome.OfFiles(Sending.NOT_SENT));
        }
        return Deeds.End.of(true, new DeliveryOutcome.OfFiles(Sending.SENT, wire))
                .storing(handle ->
                        Deliveries.sent(handle, delivery.name(), clock.instant().toString()));
    }

    /** Puts the last, empty file there again: the recipient looks at the delivery once more and answers once more. */
    void chase(Run run, Deliveries.Row delivery) {
        run.jdbi().useHandle(run::requireGoingOn);
        List<String> files = run.jdbi().withHandle(handle -> Deliveries.files(handle, delivery.name()));
        try {
            put(run, delivery.name(), files.get(files.size() - 1));
            run.findings().tell(Finding.warning("sync.receipt-chased", Location.WHOLE, delivery.name()));
        } catch (MailboxException e) {
            run.findings()
                    .tell(Finding.warning("sync.receipt-not-chased", Location.WHOLE, delivery.name(), e.reason()));
        }
    }

    private void put(Run run, String delivery, String file) {
        box.put(file, out -> run.jdbi().<IOException>useHandle(handle -> Deliveries.copy(handle, delivery, file, out)));
    }
}
