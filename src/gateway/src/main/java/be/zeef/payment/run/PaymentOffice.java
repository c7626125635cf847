package be.zeef.payment.run;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.PaymentTerms;
import be.zeef.ledger.Ledger;
import be.zeef.payment.AgreementLedger;
import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.bank.BankAnswers;
import be.zeef.payment.bank.HandOver;
import be.zeef.payment.closing.ClosingDesk;
import be.zeef.payment.intake.Intake;
import be.zeef.payment.release.AdmittedSigners;
import be.zeef.payment.release.ComposerSignature;
import be.zeef.payment.release.FourEyes;
import be.zeef.payment.release.GenuineFiles;
import be.zeef.payment.release.NamesDesk;
import be.zeef.payment.release.ReleaseTerms;
import be.zeef.payment.release.Releasers;
import be.zeef.payment.release.ShownReleases;
import be.zeef.route.Mailbox;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.subject.DayRule;
import be.zeef.transfer.TransferAnswers;
import be.zeef.transfer.TransferComposer;
import be.zeef.wire.WireKey;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Pays under one agreement: makes its run, and the desks where files are released, names are seen, and what is open is closed. */
public final class PaymentOffice {

    private final PaymentRun run;
    private final PaymentDesk desk;
    private final NamesDesk names;
    private final ClosingDesk closing;

    /**
     * @param releasers who may act on its payments
     * @param entries where its record is kept
     * @param intake where its transfers come from
     * @throws PaymentRefusedException when the agreement says nothing of payments
     */
    public PaymentOffice(
            Agreement agreement,
            Settings settings,
            Keys keys,
            Releasers releasers,
            Jdbi jdbi,
            Ledger entries,
            Clock clock,
            Intake intake,
            Bank bank) {
        String id = agreement.id();
        PaymentTerms terms = terms(agreement);
        PaymentSecrets secrets = new PaymentSecrets(keys, id);
        AgreementLedger ledger = new AgreementLedger(entries, id);
        AdmittedSigners admission = new AdmittedSigners(releasers, keys, clock);
        GenuineFiles files = new GenuineFiles(id, secrets.sealing(), bank.composer());
        ReleaseTerms release = new ReleaseTerms(admission, terms.composerMayRelease());
        HandOver handOver =
                new HandOver(files, release, bank.box(), jdbi, ledger, new WireKey(secrets.people()), clock);
        BankAnswers answers = new BankAnswers(
                bank.answers(), bank.box(), settings.payment().answerWithin(), secrets, jdbi, ledger, clock);
        ComposerSignature signature = new ComposerSignature(id, admission, clock);
        BatchComposer batches = new BatchComposer(terms, new Debtor(settings, id), bank.composer(), secrets, clock);
        FileComposition composition = new FileComposition(agreement, batches, signature, secrets, jdbi, ledger, clock);
        BankWatch watch = new BankWatch(id, answers, settings.payment().decideAfter(), jdbi, clock);
        run = new PaymentRun(
                ledger, signature, handOver, watch, intake, composition, new DayRule(settings.profile(), clock), jdbi);
        desk = new PaymentDesk(
                id,
                new FourEyes(files, release, secrets, jdbi, ledger, clock),
                new ShownReleases(id, files, release),
                handOver,
                answers,
                watch,
                jdbi);
        names = new NamesDesk(admission, secrets.sealing(), jdbi, ledger, clock);
        closing = new ClosingDesk(
                admission, secrets, jdbi, ledger, clock, settings.payment().decideAfter());
    }

    /** The bank's languages and mailbox. */
    public record Bank(TransferComposer composer, TransferAnswers answers, Mailbox box) {}

    /** @throws PaymentRefusedException when the agreement says nothing of payments */
    public static PaymentTerms terms(Agreement agreement) {
        return agreement
                .payment()
                .orElseThrow(() -> new PaymentRefusedException("The agreement " + agreement.id()
                        + " says nothing of payments. Name one that has recipient.payment."));
    }

    public PaymentRun run() {
        return run;
    }

    public PaymentDesk desk() {
        return desk;
    }

    public NamesDesk namesDesk() {
        return names;
    }

    public ClosingDesk closingDesk() {
        return closing;
    }
}
