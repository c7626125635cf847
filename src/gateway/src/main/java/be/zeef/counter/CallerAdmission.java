package be.zeef.counter;

import be.zeef.counter.token.WhyNot;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.QuestionRefused;
import java.util.Collection;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jdbi.v3.core.JdbiException;

/**
 * First step of everything that is asked under an agreement: who calls, who is their clerk, may they, and not too often. A
 * caller that may not is written down, and so is the first request of a day that is beyond its budget; nothing of whom they would
 * have asked about is read before that.
 */
final class CallerAdmission implements Processor {

    /** Where a caller with a certificate names its clerk. */
    private static final String CLERK_HEADER = "Zeef-Clerk";

    private final Callers callers;
    private final RequestRate limits;
    private final DayBudget days;
    private final Set<String> agreements;
    private final Ledger ledger;
    private final WhyNot whyNot;

    /**
     * @param agreements those there are
     * @param whyNot is told why a token was not enough
     */
    CallerAdmission(
            Callers callers,
            RequestRate limits,
            DayBudget days,
            Collection<String> agreements,
            Ledger ledger,
            WhyNot whyNot) {
        this.whyNot = whyNot;
        this.callers = callers;
        this.limits = limits;
        this.days = days;
        this.agreements = Set.copyOf(agreements);
        this.ledger = ledger;
    }

    @Override
    public void process(Exchange exchange) {
        exchange.setProperty(Request.CAME, System.nanoTime());
        Request request = Request.of(exchange);
        Asker asker = callers.find(request.authorization(), request.certificate());
        request.door().proved();
        limits.count(asker.caller().name());
        if (request.hasQuery()) {
            throw ProblemException.of(400, "counter.query");
        }
        String agreement = request.agreement();
        if (!agreements.contains(agreement)) {
            throw ProblemException.of(404, "counter.agreement");
        }
        Clerk clerk = clerk(asker, request);
        if (!asker.mayAskUnder(agreement)) {
            refused(asker, clerk, agreement, "agreement");
            if (asker.hasToken()) {
                whyNot.agreement(
                        asker.caller().name(),
                        agreement,
                        asker.caller().agreements().contains(agreement));
            }
            throw ProblemException.of(403, "counter.not-allowed");
        }
        countToday(asker, clerk, agreement);
        exchange.setProperty(Request.ASKER, asker);
        exchange.setProperty(Request.CLERK, clerk);
    }

    private Clerk clerk(Asker asker, Request request) {
        return asker.clerk()
                .map(name -> Clerk.of(name).orElseThrow(() -> {
                    whyNot.clerk(asker.caller().name(), !name.isEmpty());
                    return ProblemException.of(403, "counter.clerk-claim");
                }))
                .orElseGet(() -> Clerk.ofHeader(request.header(CLERK_HEADER))
                        .orElseThrow(() -> ProblemException.of(400, "counter.clerk-header", CLERK_HEADER)));
    }

    private void countToday(Asker asker, Clerk clerk, String agreement) {
        DayBudget.Verdict verdict;
        try {
            verdict = days.count(asker.caller().name());
        } catch (JdbiException e) {
            throw ProblemException.because(503, "counter.no-ledger", e);
        }
        if (verdict == DayBudget.Verdict.FIRST_BEYOND) {
            refused(asker, clerk, agreement, "day");
        }
        if (verdict != DayBudget.Verdict.WITHIN) {
            throw ProblemException.tooMany("counter.too-many-today", days.untilTomorrow());
        }
    }

    /** @param what there is not enough of: the agreements it may ask under, or its budget of the day */
    private void refused(Asker asker, Clerk clerk, String agreement, String what) {
        try {
            ledger.append(agreement, 0, new QuestionRefused(asker.caller().name(), clerk.name(), what));
        } catch (JdbiException e) {
            throw ProblemException.because(503, "counter.no-ledger", e);
        }
    }
}
