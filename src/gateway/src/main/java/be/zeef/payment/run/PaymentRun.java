package be.zeef.payment.run;

import be.zeef.payment.AgreementLedger;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.Payments;
import be.zeef.payment.bank.HandOver;
import be.zeef.payment.intake.Intake;
import be.zeef.payment.intake.MonthRows;
import be.zeef.payment.release.ComposerSignature;
import be.zeef.security.PersonKey;
import be.zeef.sieve.Outcome;
import be.zeef.subject.DayRule;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Runs one month, from VUTG's file, or what was claimed, to a payment file that waits for its release. Every step is one transaction and finds what is left to
 * do by itself, so a run that died is gone on with by running again.
 *
 * <ol>
 *   <li>Files that two people released and that are not known to be handed over are handed over.
 *   <li>The bank's answers are read.
 *   <li>VUTG's files up to the month before the day are taken in, each once; what was claimed and refused by the bank is paid again.
 *   <li>Every open transfer is put into one file for the bank.
 * </ol>
 */
public final class PaymentRun {

    private final AgreementLedger ledger;
    private final String agreement;
    private final ComposerSignature signature;
    private final HandOver handOver;
    private final BankWatch bank;
    private final Intake intake;
    private final FileComposition composition;
    private final DayRule days;
    private final Jdbi jdbi;

    PaymentRun(
            AgreementLedger ledger,
            ComposerSignature signature,
            HandOver handOver,
            BankWatch bank,
            Intake intake,
            FileComposition composition,
            DayRule days,
            Jdbi jdbi) {
        this.ledger = ledger;
        this.agreement = ledger.agreement();
        this.signature = signature;
        this.handOver = handOver;
        this.bank = bank;
        this.intake = intake;
        this.composition = composition;
        this.days = days;
        this.jdbi = jdbi;
    }

    /** A run that nobody signs: what it composes was composed by nobody, and any two people may release it. */
    public PaymentReport run(LocalDate on) {
        return run(on, Optional.empty());
    }

    /**
     * @param on the day it is run for: the file of the month before is expected
     * @param composer the key of whoever runs it; what it composes was composed by them
     * @throws be.zeef.validation.InvalidMessageException when nothing may be run for this day ({@link DayRule})
     * @throws be.zeef.ledger.HaltedException when an officer suspended or revoked the agreement; nothing was done then
     * @throws be.zeef.payment.PaymentRefusedException when whoever signs it may not; nothing was done then
     */
    public PaymentReport run(LocalDate on, Optional<PersonKey> composer) {
        days.require(on, agreement);
        ledger.requireGoingOn();
        long start = System.nanoTime();
        YearMonth month = YearMonth.from(on).minusMonths(1);
        PaymentTally tally = new PaymentTally();
        composer.ifPresent(signature::requireAdmitted);
        handOver.all(tally);
        bank.read(tally);
        intake.upTo(on, tally);
        Optional<String> composed = composition.compose(month, on, composer, tally);
        return jdbi.inTransaction(handle -> {
            MonthRows rows = intake.rows(handle, on, tally);
            int otherMeans = otherMeans(handle);
            if (otherMeans > 0) {
                tally.tell(Finding.information("payment.other-means", Location.WHOLE, Integer.toString(otherMeans)));
            }
            Optional<PaymentFiles.Row> file = file(handle, month, composed);
            boolean open = bank.tell(handle, file.map(PaymentFiles.Row::name), tally) || rows.waiting();
            FileReceipt receipt = FileReceipt.of(handle, agreement, file);
            double seconds = (System.nanoTime() - start) / 1e9;
            return report(on, month, rows, file, otherMeans, receipt, open, seconds, tally);
        });
    }

    private int otherMeans(Handle handle) {
        return Payments.in(handle, agreement, Payments.State.OTHER_MEANS).size();
    }

    /** The file composed by this run, or else the last one of the month. */
    private Optional<PaymentFiles.Row> file(Handle handle, YearMonth month, Optional<String> composed) {
        return PaymentFiles.all(handle, agreement).stream()
                .filter(each -> composed.map(each.name()::equals)
                        .orElse(each.month().equals(month) && each.state() != PaymentFiles.State.WITHDRAWN))
                .max(Comparator.comparing(PaymentFiles.Row::name));
    }

    private PaymentReport report(
            LocalDate on,
            YearMonth month,
            MonthRows rows,
            Optional<PaymentFiles.Row> file,
            int otherMeans,
            FileReceipt receipt,
            boolean open,
            double seconds,
            PaymentTally tally) {
        return new PaymentReport(
                agreement,
                on,
                month,
                rows.all(),
                rows.of(Outcome.ELIGIBLE),
                rows.of(Outcome.NOT_ELIGIBLE),
                rows.of(Outcome.UNDETERMINED),
                rows.causes(),
                tally.premiums(),
                file.map(PaymentFiles.Row::name).orElse(""),
                file.map(PaymentFiles.Row::payments).orElse(0),
                file.map(PaymentFiles.Row::cents).orElse(0L),
                otherMeans,
                receipt.delivered(),
                receipt.text(),
                receipt.refused(),
                tally.complete(),
                tally.complete() && !open,
                seconds,
                tally.findings());
    }
}
