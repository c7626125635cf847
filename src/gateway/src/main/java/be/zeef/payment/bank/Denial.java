package be.zeef.payment.bank;

import be.zeef.payment.AgreementLedger;
import be.zeef.payment.BankCases;
import be.zeef.payment.BankCases.Kind;
import be.zeef.payment.BankCases.Word;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.Payments;
import be.zeef.payment.ShareTransfers;
import be.zeef.transfer.TransferAnswer.Said;
import be.zeef.transfer.TransferAnswer.Verdict;
import be.zeef.transfer.TransferRefusal;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Does what the bank's no means for one transfer: nothing is made again on doubt, and nothing that is doubtful is settled by a later word. */
final class Denial {

    private final PaymentSecrets secrets;
    private final AgreementLedger ledger;
    private final Handle handle;
    private final Instant now;
    private final PaymentTally tally;

    Denial(PaymentSecrets secrets, AgreementLedger ledger, Handle handle, Instant now, PaymentTally tally) {
        this.secrets = secrets;
        this.ledger = ledger;
        this.handle = handle;
        this.now = now;
        this.tally = tally;
    }

    void apply(PaymentFiles.Row file, Payments.Row payment, Said said) {
        BankCases.Row before = BankCases.of(handle, payment.id());
        Word word = word(said);
        BankCases.heard(handle, ledger.agreement(), payment.id(), word, said.text());
        switch (payment.state()) {
            case IN_FILE -> ofOneThatWaits(file, payment, said, before);
            case ACCEPTED -> {
                // that a file is there already, a bank says of a second copy of it too: the first was accepted
                if (word != Word.D) {
                    contradicts(file, payment, said);
                }
            }
            case PAID -> {
                if (isNews(word, before) && !standsBesides(payment)) {
                    contradicts(file, payment, said);
                }
            }
            case DOUBTFUL, REJECTED, GIVEN_UP, OPEN, OTHER_MEANS, REMOVED -> {
                // it is open already, people have decided that nothing is paid, or it was refused before
            }
        }
    }

    /** Whether the people who took it for paid had not heard from the bank that it does not go. */
    private static boolean isNews(Word word, BankCases.Row before) {
        return word != Word.D && !before.hasHeard(Word.R) && !before.hasHeard(Word.S);
    }

    private boolean standsBesides(Payments.Row payment) {
        return Payments.besides(handle, ledger.agreement(), payment).stream().anyMatch(Payments.Row::isPaid);
    }

    private static Word word(Said said) {
        if (said.verdict() == Verdict.STOPPED) {
            return Word.S;
        }
        return said.refusal() == TransferRefusal.DUPLICATE ? Word.D : Word.R;
    }

    private void ofOneThatWaits(PaymentFiles.Row file, Payments.Row payment, Said said, BankCases.Row before) {
        if (said.verdict() == Verdict.STOPPED) {
            doubt(payment, Kind.STOPPED);
        } else if (said.refusal() == TransferRefusal.DUPLICATE) {
            // the first one is being worked on, or was: its own answer counts, if it comes
            BankCases.opens(handle, ledger.agreement(), payment.id(), Kind.DUPLICATE, now);
        } else if (said.refusal() == TransferRefusal.PERSON || before.hasHeard(Word.D)) {
            doubt(payment, Kind.UNCLEAR);
        } else if (before.hasHeard(Word.M)) {
            contradicts(file, payment, said);
        } else {
            refuse(payment, said);
        }
    }

    /** It was, or may have been, accepted for good before. */
    private void contradicts(PaymentFiles.Row file, Payments.Row payment, Said said) {
        doubt(payment, Kind.CONTRADICTED);
        tally.incomplete(Finding.error("payment.answer-contradicts", Location.WHOLE, file.name(), said.text()));
    }

    private void doubt(Payments.Row payment, Kind kind) {
        Payments.doubtful(handle, ledger.agreement(), payment);
        BankCases.opens(handle, ledger.agreement(), payment.id(), kind, now);
    }

    private void refuse(Payments.Row payment, Said said) {
        Payments.rejected(handle, payment, said.text());
        BankCases.closes(handle, payment.id());
        List<Payments.Row> stand = Payments.besides(handle, ledger.agreement(), payment).stream()
                .filter(Payments.Row::isPaid)
                .toList();
        if (!stand.isEmpty()) {
            // one that it was made in the place of may have been paid after all: that one stands for the share now, and
            // waits for a person
            Payments.forget(handle, payment.id());
            Payments.doubtful(handle, ledger.agreement(), stand.get(0));
            BankCases.opens(handle, ledger.agreement(), stand.get(0).id(), Kind.CONTRADICTED, now);
        } else if (said.refusal().isMadeAgain()) {
            Payments.forget(handle, payment.id());
            new ShareTransfers(secrets, handle).again(payment);
        } else {
            BankCases.opens(handle, ledger.agreement(), payment.id(), Kind.ACCOUNT, now);
        }
    }
}
