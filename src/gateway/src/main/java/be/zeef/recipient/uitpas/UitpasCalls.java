package be.zeef.recipient.uitpas;

import be.zeef.recipient.uitpas.Access.Denied;
import be.zeef.recipient.uitpas.Access.Token;
import be.zeef.route.BackOff;
import be.zeef.route.WebCall;
import be.zeef.route.WebCalls;
import be.zeef.route.WebReply;
import be.zeef.route.WebReply.Answered;
import be.zeef.route.WebReply.Lost;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Map;

/**
 * Calls with a token. A refused token is replaced once. What did nothing and may pass is tried again after a pause; what may
 * have been done is tried again only when it was a read. Thread-safe.
 */
final class UitpasCalls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebCalls calls;
    private final ClientTokens tokens;
    private final Problems problems;
    private final int attempts;

    UitpasCalls(WebCalls calls, ClientTokens tokens, Problems problems, int attempts) {
        this.calls = calls;
        this.tokens = tokens;
        this.problems = problems;
        this.attempts = attempts;
    }

    /** @param until the moment of {@link System#nanoTime} after which no attempt begins */
    UitpasReply read(WebCall call, long until) {
        return call(call, until, true);
    }

    /** The same for a call that changes something: never made again when it may have been carried out. */
    UitpasReply write(WebCall call, long until) {
        return call(call, until, false);
    }

    private UitpasReply call(WebCall call, long until, boolean repeatable) {
        UitpasReply reply = once(call, until, repeatable);
        for (int failures = 1; failures < attempts && again(reply, repeatable); failures++) {
            if (!BackOff.pause(failures, until)) {
                return reply;
            }
            reply = once(call, until, repeatable);
        }
        return reply;
    }

    private static boolean again(UitpasReply reply, boolean repeatable) {
        return reply.ending() == Ending.PASSES || (repeatable && reply.ending() == Ending.UNSURE);
    }

    private UitpasReply once(WebCall call, long until, boolean wantsBody) {
        Access access = tokens.current(until);
        WebReply reply = null;
        for (int tokensTried = 1; access instanceof Token token; tokensTried++) {
            if (!calls.turn(until)) {
                return UitpasReply.failed(Ending.PASSES, "TOO_LATE");
            }
            reply = calls.call(call.with(Map.of("Authorization", "Bearer " + token.value())));
            if (tokensTried == 2 || !(reply instanceof Answered answer) || answer.status() != 401) {
                return read(reply, wantsBody);
            }
            access = tokens.another(token, until);
        }
        return ((Denied) access).why();
    }

    private UitpasReply read(WebReply reply, boolean wantsBody) {
        if (reply instanceof Lost lost) {
            return UitpasReply.failed(Ending.of(lost), lost.code());
        }
        Answered answer = (Answered) reply;
        if (answer.status() / 100 != 2) {
            return problems.of(answer);
        }
        if (wantsBody && answer.isEmpty()) {
            return UitpasReply.failed(Ending.UNSURE, "EMPTY");
        }
        try {
            JsonNode body = wantsBody ? JSON.readTree(answer.body()) : MissingNode.getInstance();
            return wantsBody && !body.isContainerNode()
                    ? UitpasReply.failed(Ending.UNSURE, "MALFORMED")
                    : new UitpasReply(Ending.OK, "OK", body);
        } catch (IOException e) {
            return UitpasReply.failed(Ending.UNSURE, "MALFORMED");
        }
    }
}
