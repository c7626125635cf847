package be.zeef.grant;

import be.zeef.ledger.Ledger;
import be.zeef.ledger.ObjectedException;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.question.Answer;
import be.zeef.question.QuestionDesk;
import be.zeef.recipient.Grant;
import be.zeef.recipient.SocialTariffs;
import be.zeef.security.Keys;
import be.zeef.storage.Duplicates;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Grants at the counter: asks the question, and where the answer is yes sees to it that the person has the social tariff.
 * The grant is stored before the recipient is called, so that one that was cut off is carried on by the next run.
 * Thread-safe.
 */
public final class GrantDesk {

    private final SyncPlan plan;
    private final QuestionDesk questions;
    private final Jdbi jdbi;
    private final PeopleAtRest people;
    private final TariffGrants grants;

    /** @param plan of the day it is asked for */
    public GrantDesk(
            SyncPlan plan, QuestionDesk questions, SocialTariffs tariffs, Jdbi jdbi, Keys keys, Ledger ledger) {
        this.plan = plan;
        this.questions = questions;
        this.jdbi = jdbi;
        this.people = new PeopleAtRest(keys, plan.agreement(), plan.benefit());
        this.grants = new TariffGrants(jdbi, ledger, plan, people, tariffs);
    }

    /**
     * What the counter is told.
     *
     * @param answer to the question
     * @param result what became of the grant
     * @param code of the recipient, where something must be done first or it could not be granted; else empty
     */
    public record Outcome(Answer answer, Result result, String code) {}

    /** What became of a grant. */
    public enum Result {
        GRANTED("granted"),
        /** The person had it already, for long enough. */
        ALREADY("already"),
        /** The answer was yes, but the recipient wants something done first, such as a pass. */
        NOT_POSSIBLE("not-possible"),
        /** The answer was yes, and the recipient could not be reached: it is granted by a later run. */
        LATER("later"),
        /** The answer was yes, and the recipient refuses the gateway itself: a run grants it when the operator has mended that. */
        OUR_FAULT("our-fault"),
        /** The answer was not yes: nothing was granted. */
        NOT_GRANTED("not-granted");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        /** As it is written on the wire and at the command line. */
        public String word() {
            return word;
        }
    }

    /**
     * Asks, and grants where the answer is yes.
     *
     * @param clerk who asks, for the ledger
     * @param card number of a new card that the clerk hands out; empty for none
     */
    public Outcome grant(Insz person, LocalDate on, String clerk, String card) {
        Answer answer = questions.ask(person, on, clerk);
        if (answer.verdict() != Answer.Verdict.YES) {
            return new Outcome(answer, Result.NOT_GRANTED, "");
        }
        store(person);
        try {
            return handed(answer, person, card);
        } catch (ObjectedException e) {
            // entered since: what is stored is held back
            return new Outcome(Answer.OF_OBJECTOR, Result.NOT_GRANTED, "");
        }
    }

    private Outcome handed(Answer answer, Insz person, String card) {
        GrantPeriod period = plan.granted().period();
        Grant grant =
                grants.hand(people.pseudonym(person), period.year(), person, period.until(), card, GrantWriter.NO_RUN);
        Optional<LocalDate> until = until(grant);
        return new Outcome(
                until.isPresent() ? new Answer(answer.verdict(), until) : answer,
                result(grant),
                TariffGrants.code(grant));
    }

    private void store(Insz person) {
        // two counters may ask about one person at once
        Duplicates.inTransaction(jdbi, handle -> {
            try (GrantWriter writer = new GrantWriter(handle, plan.granted(), GrantWriter.NO_RUN, people)) {
                writer.grant(person, "", "");
                return writer.flush();
            }
        });
    }

    private static Optional<LocalDate> until(Grant grant) {
        if (grant instanceof Grant.Granted granted) {
            return Optional.of(granted.until());
        }
        return grant instanceof Grant.Already already ? Optional.of(already.until()) : Optional.empty();
    }

    private static Result result(Grant grant) {
        if (grant instanceof Grant.Granted) {
            return Result.GRANTED;
        }
        if (grant instanceof Grant.Already) {
            return Result.ALREADY;
        }
        if (grant instanceof Grant.NotPossible) {
            return Result.NOT_POSSIBLE;
        }
        return grant instanceof Grant.Refused ? Result.OUR_FAULT : Result.LATER;
    }
}
