package be.zeef.question;

import be.zeef.ledger.Deeds;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.Answered;
import be.zeef.ledger.event.Asked;
import be.zeef.sieve.Outcome;
import be.zeef.source.AdviceSource;
import be.zeef.source.LedgerJournal;
import be.zeef.subject.Insz;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers questions about one person under one agreement: the advice asked for, and of it no more than yes, no or not
 * decidable and until when. The advice must come when all sources have answered: that an answer of one source would do must
 * not make it come sooner, for its time would tell which source it was (docs/adr/0011). Thread-safe.
 */
public final class QuestionDesk {

    private final QuestionPlan plan;
    private final AdviceSource advice;
    private final Ledger ledger;
    private final Function<Insz, String> pseudonym;

    /** @param pseudonym gives anybody's pseudonym under the agreement; called by any thread */
    public QuestionDesk(QuestionPlan plan, AdviceSource advice, Ledger ledger, Function<Insz, String> pseudonym) {
        this.plan = plan;
        this.advice = advice;
        this.ledger = ledger;
        this.pseudonym = pseudonym;
    }

    /**
     * Asks.
     *
     * @param clerk who asks, for the ledger
     */
    public Answer ask(Insz person, LocalDate on, String clerk) {
        LedgerJournal journal = LedgerJournal.about(ledger, plan.agreement(), 0, person, pseudonym);
        Asked asked = new Asked(plan.version(), journal.subject(), clerk, on);
        return new Deeds(ledger, plan.agreement(), 0).around(asked, () -> {
            Answer answer = answer(advice.advise(person, on, journal).decision().outcome());
            return Deeds.End.of(answer, new Answered(answer.verdict().word(), plan.version()));
        });
    }

    private Answer answer(Outcome outcome) {
        return switch (outcome) {
            case ELIGIBLE -> new Answer(Answer.Verdict.YES, plan.until());
            case NOT_ELIGIBLE -> new Answer(Answer.Verdict.NO, Optional.empty());
            case UNDETERMINED -> new Answer(Answer.Verdict.NOT_DECIDABLE, Optional.empty());
        };
    }
}
