package be.zeef.payment.bank;

import be.zeef.payment.AgreementLedger;
import be.zeef.payment.BankCases;
import be.zeef.payment.BankCases.Kind;
import be.zeef.payment.BankCases.Word;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.Payments;
import be.zeef.payment.Withdrawal;
import be.zeef.transfer.TransferAnswer.Said;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Does what the bank's final yes means for one transfer. Whoever decided knew what was heard before, so a yes that is repeated changes nothing. */
final class Acceptance {

    private final AgreementLedger ledger;
    private final Handle handle;
    private final Instant now;
    private final PaymentTally tally;

    Acceptance(AgreementLedger ledger, Handle handle, Instant now, PaymentTally tally) {
        this.ledger = ledger;
        this.handle = handle;
        this.now = now;
        this.tally = tally;
    }

    void apply(PaymentFiles.Row file, Payments.Row payment, Said said) {
        BankCases.Row before = BankCases.of(handle, payment.id());
        BankCases.heard(handle, ledger.agreement(), payment.id(), Word.A, said.text());
        if (before.hasHeard(Word.A)) {
            return;
        }
        switch (payment.state()) {
            case IN_FILE -> {
                Payments.accepted(handle, ledger.agreement(), payment);
                BankCases.closes(handle, payment.id());
            }
            case DOUBTFUL, GIVEN_UP -> contradicts(payment, file);
            case PAID, REJECTED -> acceptAfterAll(payment, file);
            case ACCEPTED, OPEN, OTHER_MEANS, REMOVED -> {
                // it was known, or was never with the bank
            }
        }
    }

    /** The bank took back a refusal, or pays what people paid otherwise: what was made in its place is stopped if it can be, and told either way. */
    private void acceptAfterAll(Payments.Row payment, PaymentFiles.Row file) {
        List<Payments.Row> others = Payments.besides(handle, ledger.agreement(), payment);
        boolean another = others.stream().anyMatch(Payments.Row::isPaid);
        if (another) {
            Payments.doubtfulBeside(handle, payment);
        } else {
            others.forEach(new Withdrawal(ledger, handle, tally)::stop);
            Payments.doubtful(handle, ledger.agreement(), payment);
        }
        if (another || payment.state() == Payments.State.PAID) {
            BankCases.opens(handle, ledger.agreement(), payment.id(), Kind.TWICE, now);
            tally.incomplete(Finding.error("payment.paid-twice", Location.WHOLE, file.name()));
        } else {
            contradicts(payment, file);
        }
    }

    private void contradicts(Payments.Row payment, PaymentFiles.Row file) {
        Payments.doubtful(handle, ledger.agreement(), payment);
        BankCases.opens(handle, ledger.agreement(), payment.id(), Kind.CONTRADICTED, now);
        tally.tell(Finding.warning("payment.accepted-after-all", Location.WHOLE, file.name()));
    }
}
