package be.zeef.payment.run;

import be.zeef.agreement.Agreement;
import be.zeef.ledger.event.DeliveryPacked;
import be.zeef.payment.AgreementLedger;
import be.zeef.payment.ObjectedPayments;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.Payments;
import be.zeef.payment.Withdrawal;
import be.zeef.payment.release.ComposerSignature;
import be.zeef.security.PersonKey;
import be.zeef.security.Sha256;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Puts every open transfer into one file for the bank, and stores it encrypted; one transaction. What is for or to somebody who objected is
 * left out and told, and a file that it stands in and that nobody has is composed anew without it.
 */
final class FileComposition {

    private final Agreement agreement;
    private final BatchComposer batches;
    private final ComposerSignature signature;
    private final PaymentSecrets secrets;
    private final Jdbi jdbi;
    private final AgreementLedger ledger;
    private final Clock clock;
    private final PaymentFileNames names = new PaymentFileNames();

    FileComposition(
            Agreement agreement,
            BatchComposer batches,
            ComposerSignature signature,
            PaymentSecrets secrets,
            Jdbi jdbi,
            AgreementLedger ledger,
            Clock clock) {
        this.agreement = agreement;
        this.batches = batches;
        this.signature = signature;
        this.secrets = secrets;
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param composer the key of whoever runs it, if anybody signs for it
     * @return the name of the file, or nothing when there is nothing to pay
     */
    Optional<String> compose(YearMonth month, LocalDate on, Optional<PersonKey> composer, PaymentTally tally) {
        return jdbi.inTransaction(handle -> {
            ObjectedPayments objected = ObjectedPayments.of(handle, secrets);
            withdraw(handle, objected, tally);
            List<Payments.Row> open =
                    without(objected, Payments.in(handle, agreement.id(), Payments.State.OPEN), tally);
            if (open.isEmpty()) {
                return Optional.empty();
            }
            String name = store(handle, open, month, on, composer);
            tally.tell(Finding.information("payment.composed", Location.WHOLE, name));
            return Optional.of(name);
        });
    }

    /** Those that go on; how many do not is told by every run until people decide. */
    private List<Payments.Row> without(ObjectedPayments objected, List<Payments.Row> open, PaymentTally tally) {
        List<Payments.Row> goOn = objected.without(open);
        int held = open.size() - goOn.size();
        if (held > 0) {
            tally.incomplete(
                    Finding.warning("payment.objected-held", Location.WHOLE, Integer.toString(held), agreement.id()));
        }
        return goOn;
    }

    /** A file whose day has passed before two people released it is composed anew, for another day; so is one without whom it may not pay. */
    private void withdraw(Handle handle, ObjectedPayments objected, PaymentTally tally) {
        Withdrawal withdrawal = new Withdrawal(ledger, handle, tally);
        LocalDate today = Today.by(clock);
        PaymentFiles.all(handle, agreement.id()).stream()
                .filter(file -> file.state().isToRelease())
                .filter(file -> file.execution().isBefore(today) || objected.isIn(handle, file.name()))
                .forEach(file -> withdrawal.withdraw(file.name()));
    }

    private String store(
            Handle handle, List<Payments.Row> open, YearMonth month, LocalDate on, Optional<PersonKey> composer) {
        int sequence = PaymentFiles.nextSequence(handle, agreement.id(), month);
        String name = names.fresh(month, sequence);
        PaymentFiles.Row file =
                file(month, batches.compose(name, agreement.recipient().format(), on, open));
        PaymentFiles.insert(
                handle, agreement.id(), sequence, file, clock.instant().toString());
        open.forEach(payment -> Payments.inFile(handle, payment.id(), name));
        String by = composer.map(key -> signature.write(handle, file, key)).orElse("");
        ledger.record(
                handle,
                new DeliveryPacked.OfPayments(
                        name, by, agreement.version(), file.payments(), file.cents(), file.execution(), file.digest()));
        return name;
    }

    private PaymentFiles.Row file(YearMonth month, BatchComposer.Composed composed) {
        String name = composed.batch().name();
        return new PaymentFiles.Row(
                name,
                month,
                agreement.recipient().format(),
                composed.batch().execution(),
                composed.batch().transfers().size(),
                composed.batch().cents(),
                Sha256.hex(composed.content()),
                secrets.sealing().seal(name, composed.content()),
                PaymentFiles.State.COMPOSED);
    }
}
