package be.zeef.payment.bank;

import be.zeef.ledger.event.ReceiptRead;
import be.zeef.payment.AgreementLedger;
import be.zeef.payment.AnswerCounts;
import be.zeef.payment.MailboxWatch;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.Settlement;
import be.zeef.route.Mailbox;
import be.zeef.transfer.TransferAnswer;
import be.zeef.transfer.TransferAnswers;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.wire.WireKey;
import be.zeef.wire.WireTap;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads the bank's answers, each in one transaction. Reading one twice changes nothing. */
final class BankAnswerReader implements MailboxWatch.Reader {

    private final TransferAnswers language;
    private final PaymentSecrets secrets;
    private final Jdbi jdbi;
    private final AgreementLedger ledger;
    private final Clock clock;
    private final PaymentTally tally;

    BankAnswerReader(
            TransferAnswers language,
            PaymentSecrets secrets,
            Jdbi jdbi,
            AgreementLedger ledger,
            Clock clock,
            PaymentTally tally) {
        this.language = language;
        this.secrets = secrets;
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.clock = clock;
        this.tally = tally;
    }

    @Override
    public boolean read(String name, InputStream in) throws IOException {
        TransferAnswer answer = language.read(name, in);
        return jdbi.inTransaction(handle -> {
            Optional<PaymentFiles.Row> file = PaymentFiles.lock(handle, ledger.agreement(), answer.batch())
                    .filter(each -> each.state().hasLeft());
            file.ifPresent(each -> settle(handle, each, answer));
            // one bank may answer for several agreements in one folder: the others' answers stay there for them
            if (file.isEmpty() && !PaymentFiles.isAnothers(handle, ledger.agreement(), answer.batch())) {
                tally.tell(Finding.warning("payment.answer-foreign", Location.WHOLE, name));
            }
            return file.isPresent();
        });
    }

    @Override
    public void unusable(String name, InvalidMessageException why) {
        tally.tellAll(why.report());
        tally.incomplete(Finding.warning("payment.answer-unusable", Location.WHOLE, name));
        jdbi.useTransaction(handle -> ledger.record(
                handle, new ReceiptRead.Refused("bank", why.codes().toList(), WireTap.seenHere(key()))));
    }

    private WireKey key() {
        return new WireKey(secrets.people());
    }

    @Override
    public void unread(Mailbox.Unread left) {
        tally.unread(left);
    }

    private void settle(Handle handle, PaymentFiles.Row file, TransferAnswer answer) {
        new Verdicts(secrets, ledger, handle, clock.instant(), tally).apply(file, answer);
        AnswerCounts counts = Settlement.of(handle, ledger.agreement(), file);
        ledger.record(
                handle,
                new ReceiptRead.OfBank(
                        file.name(), counts.accepted(), counts.rejected(), counts.open(), WireTap.seenHere(key())));
    }
}
