package be.zeef.app.schedule;

import be.zeef.agreement.Agreement;
import be.zeef.app.SyncOffice;
import be.zeef.ledger.HaltedException;
import be.zeef.payment.run.PaymentOffice;
import be.zeef.payment.run.PaymentReport;
import be.zeef.plan.Plans;
import be.zeef.run.SyncReport;
import be.zeef.schedule.Runner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs at a moment what its agreement runs: its sync, or a month of its payments, which composes in nobody's name and leaves the release to two
 * people. The ledger is sealed after each.
 *
 * @param agreements gives an agreement by its id
 * @param goingOn throws {@link HaltedException} where nothing may go on under an agreement
 * @param payments what pays under an agreement
 * @param seal seals the ledger
 */
public record ScheduledRuns(
        Function<String, Agreement> agreements,
        Consumer<String> goingOn,
        SyncOffice syncs,
        Function<Agreement, PaymentOffice> payments,
        Runnable seal)
        implements Runner {

    @Override
    public String halted(String agreement) {
        try {
            goingOn.accept(agreement);
            return "";
        } catch (HaltedException e) {
            return "suspended";
        }
    }

    @Override
    public Ran run(String id, LocalDate on, Optional<Instant> begun) throws Exception {
        Agreement agreement = agreements.apply(id);
        try {
            return agreement.payment().isPresent() ? pay(agreement, on) : sync(agreement, on, begun);
        } finally {
            seal.run();
        }
    }

    private Ran sync(Agreement agreement, LocalDate on, Optional<Instant> begun) throws Exception {
        List<SyncReport> reports = syncs.runAt(agreement, on, begun);
        if (!reports.stream().allMatch(SyncReport::done)) {
            return Ran.WAITS_FOR_ANSWER;
        }
        return reports.stream().allMatch(SyncReport::complete) ? Ran.COMPLETE : Ran.WITH_CAUSES;
    }

    /** Each of its steps finds by itself what is left to do: to go on is to run again. */
    private Ran pay(Agreement agreement, LocalDate on) {
        Plans.requireInForce(agreement, on);
        PaymentReport report = payments.apply(agreement).run().run(on);
        if (!report.done()) {
            return Ran.WAITS_FOR_ANSWER;
        }
        if (report.payments() > 0 && report.delivered() == 0) {
            return Ran.WAITS_FOR_RELEASE;
        }
        return report.complete() ? Ran.COMPLETE : Ran.WITH_CAUSES;
    }
}
