package be.zeef.payment.intake;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.PaymentTerms;
import be.zeef.allowance.AllowanceLanguage;
import be.zeef.ledger.Deeds;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.CallIntent;
import be.zeef.ledger.event.CallOutcome;
import be.zeef.payment.AgreementLedger;
import be.zeef.payment.MailboxWatch;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.PaymentTally;
import be.zeef.route.Mailbox;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.sieve.Rule;
import be.zeef.transfer.TransferComposer;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes in VUTG's files up to a month, each once, and waits for that month's; the ledger knows of the call before it is made. */
public final class AllowanceIntake implements Intake {

    private final Vutg vutg;
    private final Duration within;
    private final String municipality;
    private final FileEntry entry;
    private final Jdbi jdbi;
    private final AgreementLedger ledger;
    private final Clock clock;

    /**
     * @param within how long nothing may arrive before the month's file is given up
     * @param municipality NIS code of the one whose files are taken in
     */
    public AllowanceIntake(
            Vutg vutg,
            Duration within,
            String municipality,
            FileEntry entry,
            Jdbi jdbi,
            AgreementLedger ledger,
            Clock clock) {
        this.vutg = vutg;
        this.within = within;
        this.municipality = municipality;
        this.entry = entry;
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The one of an agreement that pays the families which VUTG names.
     *
     * @param rule what the regulation gives
     * @param composer knows which names can be written for the bank
     */
    public static AllowanceIntake of(
            Agreement agreement,
            PaymentTerms terms,
            Settings settings,
            Keys keys,
            Jdbi jdbi,
            Ledger entries,
            Clock clock,
            Rule rule,
            TransferComposer composer,
            Vutg vutg) {
        AgreementLedger ledger = new AgreementLedger(entries, agreement.id());
        PremiumRule premiums = new PremiumRule(agreement, terms, rule, composer);
        PaymentSecrets secrets = new PaymentSecrets(keys, agreement.id());
        return new AllowanceIntake(
                vutg,
                settings.groeipakket().fileWithin(),
                terms.municipality(),
                new FileEntry(agreement.version(), premiums, secrets, jdbi, ledger, clock),
                jdbi,
                ledger,
                clock);
    }

    /** VUTG's language and mailbox. */
    public record Vutg(AllowanceLanguage language, Mailbox box) {}

    /** Those of the month before the day are the last that are taken in; those of later months stay for a later run. */
    @Override
    public void upTo(LocalDate on, PaymentTally tally) {
        YearMonth month = YearMonth.from(on).minusMonths(1);
        CallIntent intent = new CallIntent.OfAllowances(
                "groeipakket", month, clock.instant().plus(within), entry.version());
        ledger.deeds().around(intent, () -> takeIn(month, tally));
    }

    @Override
    public MonthRows rows(Handle handle, LocalDate on, PaymentTally tally) {
        return MonthRows.told(handle, ledger.agreement(), YearMonth.from(on).minusMonths(1), tally);
    }

    private Deeds.End<MailboxWatch.End, CallOutcome> takeIn(YearMonth month, PaymentTally tally) {
        AllowanceReader reader = new AllowanceReader(vutg.language(), municipality, month, entry, tally);
        MailboxWatch.End end = new MailboxWatch(vutg.box(), reader).until(() -> isThere(month), within);
        if (end == MailboxWatch.End.MISSING) {
            tally.incomplete(
                    Finding.warning("payment.file-missing", Location.WHOLE, month.toString(), ledger.agreement()));
        } else if (end == MailboxWatch.End.UNREAD) {
            tally.incomplete(Finding.warning("payment.file-unread", Location.WHOLE, ledger.agreement()));
        } else if (end == MailboxWatch.End.UNREACHABLE) {
            tally.incomplete(Finding.warning("payment.source-unreachable", Location.WHOLE, ledger.agreement()));
        }
        return Deeds.End.of(
                end, new CallOutcome.FilesTaken(end.name(), tally.taken().size()));
    }

    private boolean isThere(YearMonth month) {
        return jdbi.withHandle(handle -> AllowanceFiles.any(handle, ledger.agreement(), month));
    }
}
