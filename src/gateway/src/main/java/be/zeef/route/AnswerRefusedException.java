package be.zeef.route;

import java.time.Duration;

/** A SOAP answer is not handed on. Only the reason is kept, nothing of the message. */
public final class AnswerRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final Duration rest;

    AnswerRefusedException(Reason reason) {
        this(reason, Duration.ZERO);
    }

    private AnswerRefusedException(Reason reason, Duration rest) {
        super("a SOAP answer was refused: " + reason);
        this.reason = reason;
        this.rest = rest;
    }

    /** @param rest how long the partner wants to be left alone; zero when it does not say */
    static AnswerRefusedException throttled(Duration rest) {
        return new AnswerRefusedException(Reason.THROTTLED, rest);
    }

    /** Why an answer is refused; the names are those that the ledger keeps as the code of a call. */
    public enum Reason {
        /** There is none: HTTP 202 or 204, no bytes, or a Body with nothing in it. */
        EMPTY,
        /** It comes in several parts (RFC 2046 §5.1), and what it says is not all in one that is surely the root. */
        MULTIPART,
        /** We are too fast, says HTTP (429, or 503 with Retry-After). */
        THROTTLED,
        /** It sends us elsewhere (HTTP 3xx); a question about a person goes nowhere but to the address that is set. */
        REDIRECT,
        /** It is not whole SOAP, such as a page of a box on the way, or has a document type. */
        NOT_SOAP,
        /** It is a signed SOAP fault, and nothing in it shows that it is of now. */
        FAULT,
        /** It is signed, and nothing in it shows that it belongs to the question that is open. */
        CORRELATION,
        /** It is HTTP's own refusal of us (401, 403) and no SOAP. */
        DENIED,
        /** It is larger, deeper or wider than a partner's answers are. */
        LIMITS,
        /** Its signature is missing or does not vouch for it. */
        SIGNATURE
    }

    public Reason reason() {
        return reason;
    }

    /** How long the partner wants to be left alone, where it was {@link Reason#THROTTLED} and said so. */
    public Duration rest() {
        return rest;
    }
}
