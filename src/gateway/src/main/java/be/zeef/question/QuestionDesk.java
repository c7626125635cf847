package be.zeef.question;

import be.zeef.ledger.Deeds;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.ObjectedException;
import be.zeef.ledger.event.Answered;
import be.zeef.ledger.event.QuestionIntent;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.source.Advice;
import be.zeef.source.AdviceSource;
import be.zeef.source.LedgerJournal;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions about one person under one agreement: the advice asked for, and of it no more than yes, no or not
 * decidable and until when. The advice must come when all sources have answered: that an answer of one source would do must
 * not make it come sooner, for its time would tell which source it was (docs/adr/0011). Thread-safe.
 */
public final class QuestionDesk {

    private static final Logger LOG = LoggerFactory.getLogger(QuestionDesk.class);

    private final QuestionPlan plan;
    private final AdviceSource advice;
    private final Ledger ledger;
    private final PeopleAtRest people;

    /** @param people how the agreement's people stand in our tables */
    public QuestionDesk(QuestionPlan plan, AdviceSource advice, Ledger ledger, PeopleAtRest people) {
        this.plan = plan;
        this.advice = advice;
        this.ledger = ledger;
        this.people = people;
    }

    /**
     * Asks.
     *
     * @param clerk who asks, for the ledger
     */
    public Answer ask(Insz person, LocalDate on, String clerk) {
        LedgerJournal journal = LedgerJournal.about(ledger, plan.agreement(), plan.version(), 0, person, people);
        QuestionIntent asked = new QuestionIntent(plan.version(), journal.subject(), clerk, on);
        return new Deeds(ledger, plan.agreement(), 0).around(asked, () -> {
            Answer answer = answer(person, on, journal);
            return Deeds.End.of(answer, new Answered(answer.verdict().word(), plan.version()));
        });
    }

    /** Who objected is asked about nowhere; and what was answered meanwhile about who objects now is not used. */
    private Answer answer(Insz person, LocalDate on, LedgerJournal journal) {
        if (journal.isObjected()) {
            return Answer.OF_OBJECTOR;
        }
        try {
            Advice advised = advice.advise(person, on, journal);
            return journal.isObjected() ? Answer.OF_OBJECTOR : answer(advised);
        } catch (ObjectedException e) {
            return Answer.OF_OBJECTOR;
        }
    }

    private Answer answer(Advice advised) {
        Decision decision = advised.decision();
        if (decision.cause().filter(Cause.OBJECTED::equals).isPresent()) {
            return Answer.OF_OBJECTOR;
        }
        boolean refused = decision.cause().filter(Cause.REFUSED::equals).isPresent();
        if (refused) {
            LOG.error(
                    "{}: not decidable for anybody, because a source refuses this gateway ({}). Asking again does not help:"
                            + " check the sender URI, the capacity, the certificate and the permission"
                            + " (zeef check, docs/connect-to-magda.md).",
                    plan.agreement(),
                    String.join(", ", advised.reasons()));
        }
        return switch (decision.outcome()) {
            case ELIGIBLE -> new Answer(Answer.Verdict.YES, plan.until());
            case NOT_ELIGIBLE -> new Answer(Answer.Verdict.NO, Optional.empty());
            case UNDETERMINED -> new Answer(Answer.Verdict.NOT_DECIDABLE, Optional.empty(), refused);
        };
    }
}
