package be.zeef.source.advice;

import be.zeef.route.BackOff;
import be.zeef.route.Routes;
import be.zeef.route.WebCall;
import be.zeef.route.WebCalls;
import be.zeef.route.WebReply;
import be.zeef.route.WebReply.Answered;
import be.zeef.route.WebReply.Lost;
import be.zeef.settings.Settings;
import be.zeef.source.CallJournal;
import be.zeef.source.advice.AdviceMessages.CaseAsked;
import be.zeef.source.advice.AdviceReply.Failed;
import be.zeef.subject.Insz;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Automatisch Advies at Digitaal Vlaanderen. Each attempt has its own reference and stands in the ledger before it is
 * made; what passes is tried again after a pause, for a question changes nothing. Thread-safe.
 */
public final class RemoteAdvice {

    private static final Set<String> MAY_PASS =
            Set.of("TIMEOUT", "NO_CONNECTION", "CUT_OFF", "EMPTY", "NOT_JSON", "CORRELATION");

    private static final Logger LOG = LoggerFactory.getLogger(RemoteAdvice.class);

    private final WebCalls calls;
    private final AdviceMessages messages;
    private final int attempts;

    public RemoteAdvice(Routes routes, Settings settings) {
        this.calls = new WebCalls(routes, "advice");
        this.messages = AdviceMessages.read(settings.home().resolve("mappings"));
        this.attempts = settings.advice().attempts();
    }

    /**
     * Asks about one person under one case.
     *
     * @param caseId the name that the service knows the rule by
     * @param on the day it is asked for
     * @param within no attempt begins after it, so that none begins while the service wants to be left alone for longer; the
     *     last answer may come later by what reaching the service takes and by {@code advice.receiveTimeout}
     * @return what was said; never an exception for what a service or a network can do
     * @throws IllegalArgumentException when the case id is none that can be asked
     */
    public AdviceReply ask(String caseId, Insz person, LocalDate on, Duration within, CallJournal journal) {
        long until = System.nanoTime() + within.toNanos();
        if (!calls.turn(until)) {
            return new Failed("TOO_LATE");
        }
        AdviceReply reply = attempt(caseId, person, on, journal);
        for (int failures = 1; failures < attempts && passes(reply) && again(failures, until); failures++) {
            reply = attempt(caseId, person, on, journal);
        }
        return reply;
    }

    private boolean again(int failures, long until) {
        return BackOff.pause(failures, until) && calls.turn(until);
    }

    private AdviceReply attempt(String caseId, Insz person, LocalDate on, CallJournal journal) {
        CaseAsked asked = new CaseAsked(UUID.randomUUID().toString(), caseId, person.digits(), on);
        WebCall question = WebCall.json("POST", "", messages.compose(asked));
        return journal.around(
                "advice/" + asked.caseId(),
                asked.reference(),
                () -> answered(question, asked),
                reply -> reply instanceof Failed failed ? failed.code() : "OK");
    }

    /** What breaks in the gateway over one answer leaves one question undetermined and stops no other. */
    private AdviceReply answered(WebCall question, CaseAsked asked) {
        try {
            return read(calls.call(question), asked);
        } catch (RuntimeException | StackOverflowError e) {
            // its text may quote the answer
            LOG.error("an answer could not be handled: {}", e.getClass().getName());
            return new Failed("DEFECT");
        }
    }

    private AdviceReply read(WebReply reply, CaseAsked asked) {
        if (reply instanceof Lost lost) {
            return new Failed(lost.code());
        }
        Answered answer = (Answered) reply;
        if (answer.isEmpty()) {
            return new Failed("EMPTY");
        }
        if (answer.status() != 200) {
            return new Failed("HTTP_" + answer.status());
        }
        return answer.contentType().equals("application/json")
                ? messages.read(answer.body(), asked)
                : new Failed("NOT_JSON");
    }

    private static boolean passes(AdviceReply reply) {
        return reply instanceof Failed failed
                && (MAY_PASS.contains(failed.code()) || failed.code().matches("HTTP_(3\\d\\d|429|5\\d\\d)"));
    }
}
