package be.zeef.counter;

import be.zeef.claim.Amount;
import be.zeef.claim.Claim;
import be.zeef.claim.ClaimAnswer;
import be.zeef.claim.ClaimDesk;
import be.zeef.ledger.Written;
import be.zeef.subject.DayRule;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jdbi.v3.core.JdbiException;

/** Reads a claim, has it entered, and tells what became of it. The same claim sent again is told its first answer. */
final class CounterClaim implements Processor {

    private final CounterContract contract;
    private final GrantDeskMaker.OfClaims desks;
    private final UnchangedAgreements standing;
    private final DayRule days;

    CounterClaim(CounterContract contract, GrantDeskMaker.OfClaims desks, UnchangedAgreements standing, DayRule days) {
        this.contract = contract;
        this.desks = desks;
        this.standing = standing;
        this.days = days;
    }

    @Override
    public void process(Exchange exchange) {
        CounterContract.ClaimAsked asked = contract.readClaim(
                Optional.ofNullable(exchange.getMessage().getBody(byte[].class)).orElse(new byte[0]));
        LocalDate on = asked.about().on().orElseGet(days::today);
        Asker asker = exchange.getProperty(Request.ASKER, Asker.class);
        Clerk clerk = exchange.getProperty(Request.CLERK, Clerk.class);
        days.faultOfGrant(on, "on")
                .or(() -> Amount.fault(asked.amount(), "/amount"))
                .or(() -> Written.faultOfReference(asked.reference(), "/reference"))
                .or(() -> Written.faultOfBoth(clerk.name(), asked.reference(), "/reference"))
                .ifPresent(fault -> {
                    throw ProblemException.of(400, fault);
                });
        Claim claim = new Claim(
                asked.about().person(),
                Amount.cents(asked.amount()),
                asked.association(),
                asked.year(),
                asked.reference(),
                asker.caller().name() + "/" + clerk.name());
        byte[] answer = AnswerText.of(entered(desk(Request.of(exchange).agreement(), on), claim, on));
        Responses.put(exchange, 200, Map.of("Content-Type", "application/json"), answer);
    }

    private ClaimDesk desk(String agreement, LocalDate on) {
        standing.require(agreement);
        try {
            return desks.desk(agreement, on);
        } catch (InvalidMessageException e) {
            throw ProblemException.because(404, "counter.not-claimed-here", e);
        }
    }

    /** What the ledger cannot hold is not answered either. */
    private static ClaimAnswer entered(ClaimDesk desk, Claim claim, LocalDate on) {
        try {
            return desk.claim(claim, on);
        } catch (InvalidMessageException e) {
            throw refused(e);
        } catch (JdbiException e) {
            throw ProblemException.because(503, "counter.no-ledger", e);
        }
    }

    /** A fault of a field is the caller's; one of the register or the agreement is the operator's. */
    private static ProblemException refused(InvalidMessageException why) {
        Finding first = why.report().findings().get(0);
        String field = first.location().path();
        return first.location().line() == 0
                        && (field.equals("year") || field.equals("association") || field.equals("reference"))
                ? ProblemException.field(field, first.code(), first.arguments().toArray(new String[0]))
                : ProblemException.because(500, "counter.failed", why);
    }
}
