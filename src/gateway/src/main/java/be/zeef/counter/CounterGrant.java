package be.zeef.counter;

import be.zeef.grant.GrantDesk;
import be.zeef.subject.DayRule;
import be.zeef.validation.InvalidMessageException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jdbi.v3.core.JdbiException;

/**
 * Reads a question, asks it, and where the answer is yes sees to it that the recipient grants; tells the answer and what
 * became of the grant. What it takes longer for a yes is the recipient's time, which the caller sees in the answer anyway.
 */
final class CounterGrant implements Processor {

    private final CounterContract contract;
    private final GrantDeskMaker desks;
    private final UnchangedAgreements standing;
    private final DayRule days;

    CounterGrant(CounterContract contract, GrantDeskMaker desks, UnchangedAgreements standing, DayRule days) {
        this.contract = contract;
        this.desks = desks;
        this.standing = standing;
        this.days = days;
    }

    @Override
    public void process(Exchange exchange) {
        CounterContract.PersonAsked question = contract.read(
                Optional.ofNullable(exchange.getMessage().getBody(byte[].class)).orElse(new byte[0]));
        LocalDate on = question.on().orElseGet(days::today);
        days.faultOfGrant(on, "on").ifPresent(fault -> {
            throw ProblemException.of(400, fault);
        });
        GrantDesk desk = desk(Request.of(exchange).agreement(), on);
        Asker asker = exchange.getProperty(Request.ASKER, Asker.class);
        Clerk clerk = exchange.getProperty(Request.CLERK, Clerk.class);
        byte[] answer = AnswerText.of(grant(desk, question, on, asker.caller().name() + "/" + clerk.name()));
        Responses.put(exchange, 200, Map.of("Content-Type", "application/json"), answer);
    }

    private GrantDesk desk(String agreement, LocalDate on) {
        standing.require(agreement);
        try {
            return desks.desk(agreement, on);
        } catch (InvalidMessageException e) {
            throw ProblemException.because(404, "counter.not-granted-here", e);
        }
    }

    /** What the ledger cannot hold is not answered either. */
    private static GrantDesk.Outcome grant(
            GrantDesk desk, CounterContract.PersonAsked question, LocalDate on, String who) {
        try {
            return desk.grant(question.person(), on, who, question.card());
        } catch (JdbiException e) {
            throw ProblemException.because(503, "counter.no-ledger", e);
        }
    }
}
