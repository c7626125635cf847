package be.zeef.payment;

import be.zeef.ledger.Deed;
import be.zeef.ledger.Deeds;
import be.zeef.security.PersonKey;
import be.zeef.sieve.Outcome;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * One month, from VUTG's file to a payment file that waits for its release. Every step is one transaction and finds what is left to
 * do by itself, so a run that died is gone on with by running again.
 *
 * <ol>
 *   <li>Files that two people released and that are not known to be handed over are handed over.
 *   <li>The bank's answers are read.
 *   <li>VUTG's files up to the month before the day are taken in, each once.
 *   <li>Every open transfer is put into one file for the bank.
 * </ol>
 */
public final class PaymentRun {

    private final PaymentTools tools;
    private final Optional<PersonKey> composer;
    private final Tally tally = new Tally();

    /** A run that nobody signs: what it composes was composed by nobody, and any two people may release it. */
    public PaymentRun(PaymentTools tools) {
        this(tools, Optional.empty());
    }

    /** @param composer the key of whoever runs it; what it composes was composed by them */
    public PaymentRun(PaymentTools tools, Optional<PersonKey> composer) {
        this.tools = tools;
        this.composer = composer;
    }

    /**
     * @param on the day it is run for: the file of the month before is expected
     * @throws PaymentRefusedException when whoever signs it may not; nothing was done then
     */
    public PaymentReport run(LocalDate on) {
        long start = System.nanoTime();
        YearMonth month = YearMonth.from(on).minusMonths(1);
        composer.ifPresent(key -> tools.admission().admitted(key.certificate()));
        new HandOver(tools, tally).all();
        readAnswers();
        takeIn(month);
        Optional<String> composed = new Compose(tools, tally, composer).compose(month, on);
        return tools.jdbi().inTransaction(handle -> {
            Allowances.settleWaiting(handle, tools.id());
            boolean open = tellWhatWaits(handle, month);
            return report(handle, on, month, composed, open, (System.nanoTime() - start) / 1e9);
        });
    }

    /** Whenever a file has left, since a bank may have second thoughts; not reaching it matters only while an answer is due. */
    private void readAnswers() {
        List<PaymentFiles.State> states =
                tools.jdbi().withHandle(handle -> PaymentFiles.all(handle, tools.id())).stream()
                        .map(PaymentFiles.Row::state)
                        .toList();
        if (states.stream().anyMatch(PaymentFiles.State::hasLeft)) {
            Look look = new Look(tools.bank().box(), new BankAnswers(tools, tally));
            Look.End end = look.until(() -> true, tools.settings().payment().answerWithin());
            if (end != Look.End.ENOUGH && states.contains(PaymentFiles.State.HANDED)) {
                tally.incomplete(Finding.warning("payment.bank-unreachable", Location.WHOLE));
            }
        }
    }

    private void takeIn(YearMonth month) {
        Duration within = tools.settings().groeipakket().fileWithin();
        Map<String, String> intent = Map.of(
                "source", "groeipakket",
                "month", month.toString(),
                "notAfter", tools.clock().instant().plus(within).toString());
        tools.deeds().around(Deed.CALL, intent, () -> takeIn(month, within));
    }

    private Deeds.End<Look.End> takeIn(YearMonth month, Duration within) {
        Look look = new Look(tools.source().box(), new Intake(tools, month, tally));
        Look.End end = look.until(() -> isThere(month), within);
        if (end == Look.End.MISSING) {
            tally.incomplete(Finding.warning("payment.file-missing", Location.WHOLE, month.toString(), tools.id()));
        } else if (end == Look.End.UNREACHABLE) {
            tally.incomplete(Finding.warning("payment.source-unreachable", Location.WHOLE, tools.id()));
        }
        return Deeds.End.of(end, end.name()).with(Map.of("files", tally.taken().size()));
    }

    private boolean isThere(YearMonth month) {
        return tools.jdbi().withHandle(handle -> AllowanceFiles.any(handle, tools.id(), month));
    }

    /** Rows and refusals stay told, run after run, until somebody corrects them; whether any is open. */
    private boolean tellWhatWaits(Handle handle, YearMonth month) {
        List<Finding> forAPerson = AllowanceFiles.forAPerson(handle, tools.id(), month, tally.taken());
        List<Allowances.Known> undetermined = Allowances.undetermined(handle, tools.id());
        forAPerson.forEach(tally::tell);
        undetermined.forEach(known -> tally.tell(Finding.warning(known.code(), known.location(), tools.id())));
        List<Allowances.Known> refused = Allowances.refused(handle, tools.id());
        refused.forEach(known -> tally.tell(Finding.warning("payment.refused", known.location())));
        long otherMeans = otherMeans(handle);
        if (otherMeans > 0) {
            tally.tell(Finding.information("payment.other-means", Location.WHOLE, Long.toString(otherMeans)));
        }
        return !forAPerson.isEmpty() || !undetermined.isEmpty() || !refused.isEmpty();
    }

    private long otherMeans(Handle handle) {
        return Payments.in(handle, tools.id(), Payments.State.OTHER_MEANS).size();
    }

    private PaymentReport report(
            Handle handle, LocalDate on, YearMonth month, Optional<String> composed, boolean open, double seconds) {
        Map<Outcome, Long> rows = AllowanceFiles.counts(handle, tools.id(), month, tally.taken());
        Optional<PaymentFiles.Row> file = PaymentFiles.all(handle, tools.id()).stream()
                .filter(each -> composed.map(each.name()::equals)
                        .orElse(each.month().equals(month) && each.state() != PaymentFiles.State.WITHDRAWN))
                .max(Comparator.comparing(PaymentFiles.Row::name));
        Receipt receipt = Receipt.of(handle, tools.id(), file);
        return new PaymentReport(
                tools.id(),
                on,
                month,
                rows.values().stream().mapToLong(Long::longValue).sum(),
                rows.getOrDefault(Outcome.ELIGIBLE, 0L),
                rows.getOrDefault(Outcome.NOT_ELIGIBLE, 0L),
                rows.getOrDefault(Outcome.UNDETERMINED, 0L),
                AllowanceFiles.causes(handle, tools.id(), month, tally.taken()),
                tally.premiums(),
                file.map(PaymentFiles.Row::name).orElse(""),
                file.map(PaymentFiles.Row::payments).orElse(0),
                file.map(PaymentFiles.Row::cents).orElse(0L),
                otherMeans(handle),
                receipt.delivered(),
                receipt.text(),
                receipt.refused(),
                tally.complete(),
                tally.complete() && !open,
                seconds,
                tally.findings());
    }
}
