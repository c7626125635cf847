package be.zeef.payment.bank;

import be.zeef.payment.AgreementLedger;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.Payments;
import be.zeef.payment.ShareTransfers;
import be.zeef.payment.Withdrawal;
import be.zeef.transfer.TransferAnswer;
import be.zeef.transfer.TransferAnswer.Single;
import be.zeef.transfer.TransferAnswer.Verdict;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Does what an answer of the bank says to each transfer of its file, within one transaction. What is said of one counts before what is said of all. */
final class Verdicts {

    /** ISO 20022 external status reasons: this was sent before, as a message, a batch or a transfer. Such a refusal moves nothing back. */
    private static final Set<String> DUPLICATE = Set.of("AM05", "DU01", "DU02", "DU03", "DU04", "DU05");

    private final PaymentSecrets secrets;
    private final AgreementLedger ledger;
    private final Handle handle;
    private final PaymentTally tally;

    Verdicts(PaymentSecrets secrets, AgreementLedger ledger, Handle handle, PaymentTally tally) {
        this.secrets = secrets;
        this.ledger = ledger;
        this.handle = handle;
        this.tally = tally;
    }

    static boolean isDuplicate(String code) {
        return DUPLICATE.contains(code);
    }

    void apply(PaymentFiles.Row file, TransferAnswer answer) {
        if (answer.whole() == Verdict.REJECTED) {
            tally.incomplete(Finding.warning("payment.file-refused", Location.WHOLE, file.name(), answer.code()));
        }
        Map<String, Single> singles = new HashMap<>();
        answer.each().forEach(single -> singles.put(single.transfer(), single));
        List<Payments.Row> payments = Payments.ofFile(handle, ledger.agreement(), file.name());
        for (Payments.Row payment : payments) {
            Single single = singles.remove(payment.id());
            if (single != null && single.verdict() != Verdict.OPEN) {
                apply(payment, single.verdict(), single.code(), false, file);
            } else if (single == null && answer.whole() != Verdict.OPEN) {
                apply(payment, answer.whole(), answer.code(), true, file);
            }
        }
        if (!singles.isEmpty()) {
            tally.tell(Finding.warning(
                    "payment.answer-unknown", Location.WHOLE, file.name(), Integer.toString(singles.size())));
        }
    }

    private void apply(Payments.Row payment, Verdict verdict, String code, boolean whole, PaymentFiles.Row file) {
        if (verdict == Verdict.ACCEPTED) {
            accept(payment, file);
        } else if (payment.state() == Payments.State.ACCEPTED) {
            tally.incomplete(Finding.error("payment.answer-contradicts", Location.WHOLE, file.name(), code));
        } else if (payment.state() == Payments.State.IN_FILE) {
            reject(payment, code, whole, file);
        }
    }

    private void accept(Payments.Row payment, PaymentFiles.Row file) {
        if (payment.state() == Payments.State.IN_FILE) {
            Payments.accepted(handle, ledger.agreement(), payment);
        } else if (payment.state() == Payments.State.REJECTED) {
            acceptAfterAll(payment, file);
        }
    }

    /** The bank took back a refusal: what was made in its place is stopped if it can be, and told either way. */
    private void acceptAfterAll(Payments.Row payment, PaymentFiles.Row file) {
        List<Payments.Row> others = Payments.ofChild(handle, ledger.agreement(), payment.child()).stream()
                .filter(other -> other.share() == payment.share() && !other.id().equals(payment.id()))
                .toList();
        if (others.stream().anyMatch(Payments.Row::isPaid)) {
            tally.incomplete(Finding.error("payment.paid-twice", Location.WHOLE, file.name()));
            return;
        }
        others.forEach(new Withdrawal(ledger, handle, tally)::stop);
        Payments.accepted(handle, ledger.agreement(), payment);
        tally.tell(Finding.warning("payment.accepted-after-all", Location.WHOLE, file.name()));
    }

    private void reject(Payments.Row payment, String code, boolean whole, PaymentFiles.Row file) {
        if (isDuplicate(code)) {
            tally.tell(Finding.warning("payment.answer-duplicate", Location.WHOLE, file.name()));
            return;
        }
        Payments.rejected(handle, payment, code);
        if (whole) {
            new ShareTransfers(secrets, handle).again(payment);
        }
    }
}
