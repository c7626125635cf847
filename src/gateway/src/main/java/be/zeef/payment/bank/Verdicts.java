package be.zeef.payment.bank;

import be.zeef.payment.AgreementLedger;
import be.zeef.payment.BankCases;
import be.zeef.payment.BankCases.Kind;
import be.zeef.payment.BankCases.Word;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.Payments;
import be.zeef.transfer.TransferAnswer;
import be.zeef.transfer.TransferAnswer.Said;
import be.zeef.transfer.TransferAnswer.Verdict;
import be.zeef.transfer.TransferRefusal;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Does what an answer of the bank says to each transfer of its file, within one transaction. What is said of one counts before what is said of all. */
final class Verdicts {

    private final AgreementLedger ledger;
    private final Handle handle;
    private final Instant now;
    private final PaymentTally tally;
    private final Acceptance acceptance;
    private final Denial denial;

    Verdicts(PaymentSecrets secrets, AgreementLedger ledger, Handle handle, Instant now, PaymentTally tally) {
        this.ledger = ledger;
        this.handle = handle;
        this.now = now;
        this.tally = tally;
        this.acceptance = new Acceptance(ledger, handle, now, tally);
        this.denial = new Denial(secrets, ledger, handle, now, tally);
    }

    void apply(PaymentFiles.Row file, TransferAnswer answer) {
        List<Payments.Row> payments = Payments.ofFile(handle, ledger.agreement(), file.name());
        MatchedAnswer matched = MatchedAnswer.of(answer, payments);
        tell(file, answer, matched);
        for (Payments.Row payment : payments) {
            boolean known = matched.names(payment) || !isDoubted(payment, matched);
            Said said = matched.of(payment);
            if (known) {
                apply(file, payment, said);
            } else if (said.isDenied()) {
                apply(
                        file,
                        payment,
                        new Said(Verdict.REJECTED, said.refusal().or(TransferRefusal.PERSON), said.text()));
            } else if (payment.state() == Payments.State.IN_FILE) {
                BankCases.heard(handle, ledger.agreement(), payment.id(), Word.U, said.text());
                if (said.verdict() == Verdict.ACCEPTED) {
                    BankCases.heard(handle, ledger.agreement(), payment.id(), Word.M, said.text());
                }
                BankCases.opens(handle, ledger.agreement(), payment.id(), Kind.UNMATCHED, now);
            }
        }
    }

    /** Whether the bank refused one of the file, now or before, that may be this one. */
    private boolean isDoubted(Payments.Row payment, MatchedAnswer matched) {
        return matched.unmatchedDenials() > 0
                || BankCases.of(handle, payment.id()).hasHeard(Word.U);
    }

    private void tell(PaymentFiles.Row file, TransferAnswer answer, MatchedAnswer matched) {
        if (answer.whole().isDenied()) {
            TransferRefusal means = matched.unmatchedDenials() > 0
                    ? answer.whole().refusal().or(TransferRefusal.PERSON)
                    : answer.whole().refusal();
            Finding told = Finding.warning(
                    code(means), Location.WHOLE, file.name(), answer.whole().text());
            if (means == TransferRefusal.DUPLICATE) {
                tally.tell(told);
            } else {
                tally.incomplete(told);
            }
        }
        if (matched.unmatched() > 0) {
            tally.incomplete(Finding.warning(
                    "payment.answer-unknown", Location.WHOLE, file.name(), Integer.toString(matched.unmatched())));
        }
    }

    private static String code(TransferRefusal means) {
        return switch (means) {
            case NEVER_EXECUTED -> "payment.file-refused";
            case OWN_FILE -> "payment.file-refused-own";
            case ACCOUNT -> "payment.file-refused-account";
            case PERSON -> "payment.file-refused-person";
            case DUPLICATE -> "payment.answer-duplicate";
        };
    }

    private void apply(PaymentFiles.Row file, Payments.Row payment, Said said) {
        switch (said.verdict()) {
            case ACCEPTED -> acceptance.apply(file, payment, said);
            case REJECTED, STOPPED -> denial.apply(file, payment, said);
            case OPEN -> {
                if (payment.state() == Payments.State.IN_FILE) {
                    BankCases.said(handle, ledger.agreement(), payment.id(), said.text());
                }
            }
            case SILENT -> {
                // nothing is known of it yet
            }
        }
    }
}
