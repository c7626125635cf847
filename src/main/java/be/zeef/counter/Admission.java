package be.zeef.counter;

import be.zeef.ledger.EntryKind;
import be.zeef.ledger.Ledger;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jdbi.v3.core.JdbiException;

/**
 * First step of everything that is asked under an agreement: who calls, who is their clerk, and may they. A caller that may
 * not is written down; nothing of whom they would have asked about is read before that.
 */
final class Admission implements Processor {

    /** Where a caller with a certificate names its clerk. */
    private static final String CLERK_HEADER = "Zeef-Clerk";

    private final Callers callers;
    private final Limits limits;
    private final Set<String> agreements;
    private final Ledger ledger;

    /** @param agreements those there are */
    Admission(Callers callers, Limits limits, Collection<String> agreements, Ledger ledger) {
        this.callers = callers;
        this.limits = limits;
        this.agreements = Set.copyOf(agreements);
        this.ledger = ledger;
    }

    @Override
    public void process(Exchange exchange) {
        exchange.setProperty(Request.CAME, System.nanoTime());
        Request request = Request.of(exchange);
        Asker asker = callers.find(request.header("Authorization"), request.certificate());
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
            refuse(asker, clerk, agreement);
        }
        exchange.setProperty(Request.ASKER, asker);
        exchange.setProperty(Request.CLERK, clerk);
    }

    private static Clerk clerk(Asker asker, Request request) {
        return asker.clerk()
                .map(name -> Clerk.of(name).orElseThrow(() -> ProblemException.of(403, "counter.clerk-claim")))
                .orElseGet(() -> Clerk.of(request.header(CLERK_HEADER))
                        .orElseThrow(() -> ProblemException.of(400, "counter.clerk-header", CLERK_HEADER)));
    }

    private void refuse(Asker asker, Clerk clerk, String agreement) {
        try {
            ledger.append(
                    EntryKind.QUESTION_REFUSED,
                    agreement,
                    0,
                    Map.of("caller", asker.caller().name(), "clerk", clerk.name()));
        } catch (JdbiException e) {
            throw ProblemException.because(503, "counter.no-ledger", e);
        }
        throw ProblemException.of(403, "counter.not-allowed");
    }
}
