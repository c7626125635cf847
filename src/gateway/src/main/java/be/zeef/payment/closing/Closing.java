package be.zeef.payment.closing;

import be.zeef.payment.AgreementLedger;
import be.zeef.payment.BankCases;
import be.zeef.payment.BankCases.Kind;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.Payments;
import be.zeef.payment.Settlement;
import be.zeef.payment.ShareTransfers;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Does what two people decided, within one transaction. */
final class Closing {

    private final PaymentSecrets secrets;
    private final AgreementLedger ledger;
    private final Handle handle;
    private final Instant now;

    Closing(PaymentSecrets secrets, AgreementLedger ledger, Handle handle, Instant now) {
        this.secrets = secrets;
        this.ledger = ledger;
        this.handle = handle;
        this.now = now;
    }

    /** @throws PaymentRefusedException when one of them cannot be closed so; it names what can */
    void require(Closable closable, ClosingDecision decision) {
        for (Closable.One one : closable.all()) {
            if (decision.isFinal()) {
                continue;
            }
            boolean stands = isPaidBesides(one.payment());
            if (one.payment().state() == Payments.State.OTHER_MEANS || one.is(Kind.TWICE) || stands) {
                throw refused(one, "has no account, or may have been paid besides. Close it as paid or given-up.");
            }
            if (decision == ClosingDecision.AGAIN && one.payment().vault().length == 0) {
                throw refused(
                        one,
                        "was accepted or closed before, and its name and account are gone since. Close it as corrected, and have VUTG send"
                                + " the account, or as paid or given-up.");
            }
            if (decision == ClosingDecision.CORRECTED && one.is(Kind.ACCOUNT)) {
                throw refused(one, "waits for a corrected account already.");
            }
        }
    }

    private static PaymentRefusedException refused(Closable.One one, String why) {
        return new PaymentRefusedException(one.payment().id() + " " + why);
    }

    private boolean isPaidBesides(Payments.Row payment) {
        return Payments.besides(handle, ledger.agreement(), payment).stream().anyMatch(Payments.Row::isPaid);
    }

    void close(Closable closable, ClosingDecision decision) {
        closable.all().forEach(one -> close(one.payment(), decision));
        List<String> files = closable.all().stream()
                .flatMap(one -> one.payment().file().stream())
                .distinct()
                .toList();
        files.forEach(name -> PaymentFiles.lock(handle, ledger.agreement(), name)
                .ifPresent(file -> Settlement.of(handle, ledger.agreement(), file)));
    }

    private void close(Payments.Row payment, ClosingDecision decision) {
        BankCases.closes(handle, payment.id());
        switch (decision) {
            case PAID ->
                Payments.decided(handle, ledger.agreement(), payment, Payments.State.PAID, !isPaidBesides(payment));
            case GIVEN_UP ->
                Payments.decided(handle, ledger.agreement(), payment, Payments.State.GIVEN_UP, !isPaidBesides(payment));
            case AGAIN -> {
                Payments.rejected(handle, payment, decision.word());
                Payments.forget(handle, payment.id());
                new ShareTransfers(secrets, handle).again(payment);
            }
            case CORRECTED -> {
                Payments.rejected(handle, payment, decision.word());
                BankCases.opens(handle, ledger.agreement(), payment.id(), Kind.ACCOUNT, now);
            }
        }
    }
}
