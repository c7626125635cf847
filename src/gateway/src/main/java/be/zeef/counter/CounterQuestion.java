package be.zeef.counter;

import be.zeef.question.Answer;
import be.zeef.question.QuestionDesk;
import be.zeef.subject.DayRule;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jdbi.v3.core.JdbiException;

/**
 * Reads the question, asks it, and answers: the same status, headers and number of bytes whatever the answer is. The caller
 * and its clerk are in the ledger before anyone is asked.
 */
final class CounterQuestion implements Processor {

    private final CounterContract contract;
    private final DesksInUse desks;
    private final AnswerSteps steps;
    private final DayRule days;

    CounterQuestion(CounterContract contract, DesksInUse desks, AnswerSteps steps, DayRule days) {
        this.contract = contract;
        this.desks = desks;
        this.steps = steps;
        this.days = days;
    }

    @Override
    public void process(Exchange exchange) {
        CounterContract.PersonAsked question = contract.read(
                Optional.ofNullable(exchange.getMessage().getBody(byte[].class)).orElse(new byte[0]));
        LocalDate on = question.on().orElseGet(days::today);
        days.fault(on, "on").ifPresent(fault -> {
            throw ProblemException.of(400, fault);
        });
        QuestionDesk desk = desks.desk(Request.of(exchange).agreement(), on);
        Asker asker = exchange.getProperty(Request.ASKER, Asker.class);
        Clerk clerk = exchange.getProperty(Request.CLERK, Clerk.class);
        byte[] answer = AnswerText.of(ask(desk, question, on, asker.caller().name() + "/" + clerk.name()));
        steps.await(exchange.getProperty(Request.CAME, Long.class));
        Responses.put(exchange, 200, Map.of("Content-Type", "application/json"), answer);
    }

    /** What the ledger cannot hold is not answered either. */
    private static Answer ask(QuestionDesk desk, CounterContract.PersonAsked question, LocalDate on, String who) {
        try {
            return desk.ask(question.person(), on, who);
        } catch (JdbiException e) {
            throw ProblemException.because(503, "counter.no-ledger", e);
        }
    }
}
