package be.zeef.payment.bank;

import be.zeef.ledger.Deeds;
import be.zeef.ledger.event.DeliveryIntent;
import be.zeef.ledger.event.DeliveryOutcome;
import be.zeef.ledger.event.Event;
import be.zeef.ledger.event.Sending;
import be.zeef.payment.AgreementLedger;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.release.GenuineFile;
import be.zeef.payment.release.GenuineFiles;
import be.zeef.payment.release.JudgedReleases;
import be.zeef.payment.release.ReleaseTerms;
import be.zeef.payment.release.Releaser;
import be.zeef.route.Mailbox;
import be.zeef.route.MailboxException;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import be.zeef.wire.Passage;
import be.zeef.wire.WireKey;
import be.zeef.wire.WireTap;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Hands over files that two people released, once their signatures were looked at again: the same bytes under the same name each time,
 * so that a bank which had it already refuses the second as a duplicate.
 */
public final class HandOver {

    private final GenuineFiles files;
    private final ReleaseTerms terms;
    private final Mailbox box;
    private final Jdbi jdbi;
    private final AgreementLedger ledger;
    private final WireKey key;
    private final Clock clock;

    public HandOver(
            GenuineFiles files,
            ReleaseTerms terms,
            Mailbox box,
            Jdbi jdbi,
            AgreementLedger ledger,
            WireKey key,
            Clock clock) {
        this.files = files;
        this.terms = terms;
        this.box = box;
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.key = key;
        this.clock = clock;
    }

    /** Every file that is released and not known to be handed over. */
    public void all(PaymentTally tally) {
        List<PaymentFiles.Row> released =
                jdbi.withHandle(handle -> PaymentFiles.all(handle, ledger.agreement())).stream()
                        .filter(file -> file.state() == PaymentFiles.State.RELEASED)
                        .toList();
        released.forEach(file -> handOver(file, tally));
    }

    private void handOver(PaymentFiles.Row file, PaymentTally tally) {
        Optional<GenuineFile> genuine = jdbi.withHandle(handle -> files.open(handle, file));
        if (genuine.isEmpty()) {
            tally.incomplete(Finding.error("payment.changed", Location.WHOLE, file.name()));
            return;
        }
        JudgedReleases releases = jdbi.withHandle(handle -> JudgedReleases.of(terms, handle, genuine.get()));
        if (!releases.suffice()) {
            tally.incomplete(Finding.error("payment.not-released", Location.WHOLE, file.name()));
            return;
        }
        DeliveryIntent intent = new DeliveryIntent.OfPayments(
                file.name(),
                file.payments(),
                file.cents(),
                file.digest(),
                releases.people().stream().map(Releaser::fingerprint).toList());
        ledger.deeds().around(intent, () -> handOver(genuine.get(), tally));
    }

    private Deeds.End<Boolean, DeliveryOutcome.OfFiles> handOver(GenuineFile genuine, PaymentTally tally) {
        PaymentFiles.Row file = genuine.file();
        List<Event.Wire> wire;
        try (WireTap tap = WireTap.open()) {
            box.put(file.name() + ".xml", out -> out.write(genuine.content()));
            // its references are made under a key, so that nobody can guess it; and its digest is what two people
            // signed
            WireTap.last().ifPresent(Passage::sealed);
            wire = tap.seen(key);
        } catch (MailboxException e) {
            tally.incomplete(Finding.warning(
                    "payment.not-handed-over", Location.WHOLE, file.name(), ledger.agreement(), e.reason()));
            return Deeds.End.of(false, new DeliveryOutcome.OfFiles(Sending.NOT_SENT));
        }
        return Deeds.End.of(true, new DeliveryOutcome.OfFiles(Sending.SENT, wire))
                .storing(handle ->
                        PaymentFiles.handed(handle, file, clock.instant().toString()));
    }
}
