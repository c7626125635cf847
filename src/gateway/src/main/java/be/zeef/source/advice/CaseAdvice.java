package be.zeef.source.advice;

import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.source.Advice;
import be.zeef.source.AdviceSource;
import be.zeef.source.CallJournal;
import be.zeef.source.Causes;
import be.zeef.source.advice.AdviceReply.Failed;
import be.zeef.source.advice.AdviceReply.Given;
import be.zeef.subject.Insz;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The advice of one case at Automatisch Advies. Thread-safe.
 *
 * @param caseId the name that the service knows the rule by
 * @param within how long one piece of advice may take
 */
public record CaseAdvice(RemoteAdvice remote, String caseId, Duration within) implements AdviceSource {

    @Override
    public Advice advise(Insz subject, LocalDate on, CallJournal journal) {
        AdviceReply reply = remote.ask(caseId, subject, on, within, journal);
        if (reply instanceof Failed failed) {
            return new Advice(
                    Decision.undetermined(Causes.OF_OWN_WORDS.of(failed.code())),
                    List.of("advice " + failed.code()),
                    failed.barred());
        }
        Given given = (Given) reply;
        return new Advice(
                decision(given),
                given.reasons().stream().map(code -> "advice " + code).toList(),
                false);
    }

    /** Flags belong to a yes: beside another word they say nothing. */
    private static Decision decision(Given given) {
        return switch (given.word()) {
            case POSITIVE -> new Decision(Outcome.ELIGIBLE, given.flags());
            case NEGATIVE -> new Decision(Outcome.NOT_ELIGIBLE, Map.of());
            case UNDETERMINED -> Decision.undetermined(Cause.NOT_ADVISED);
        };
    }
}
