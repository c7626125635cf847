package be.zeef.payment.bank;

import be.zeef.payment.AgreementLedger;
import be.zeef.payment.MailboxWatch;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.PaymentTally;
import be.zeef.route.Mailbox;
import be.zeef.transfer.TransferAnswers;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;

/** Looks for the bank's answers for a while, and does what each of them says. */
public final class BankAnswers {

    private final TransferAnswers language;
    private final Mailbox box;
    private final Duration within;
    private final PaymentSecrets secrets;
    private final Jdbi jdbi;
    private final AgreementLedger ledger;
    private final Clock clock;

    /** @param within how long nothing may arrive before it is given up */
    public BankAnswers(
            TransferAnswers language,
            Mailbox box,
            Duration within,
            PaymentSecrets secrets,
            Jdbi jdbi,
            AgreementLedger ledger,
            Clock clock) {
        this.language = language;
        this.box = box;
        this.within = within;
        this.secrets = secrets;
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Reads what lies there by now. */
    public MailboxWatch.End read(PaymentTally tally) {
        return read(tally, () -> true);
    }

    /** @param enough whether what was waited for has come */
    public MailboxWatch.End read(PaymentTally tally, BooleanSupplier enough) {
        BankAnswerReader reader = new BankAnswerReader(language, secrets, jdbi, ledger, clock, tally);
        return new MailboxWatch(box, reader).until(enough, within);
    }
}
