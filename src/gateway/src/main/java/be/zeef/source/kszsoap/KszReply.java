package be.zeef.source.kszsoap;

import be.zeef.source.Attempts;
import be.zeef.source.Exceptions;
import be.zeef.source.Meaning;
import java.time.Duration;
import java.util.Optional;

/**
 * How a call ended.
 *
 * @param code {@code OK}, the status' code, its value where that is one we do not know, the reasonCode of a fault, or our own
 *     word for what went wrong
 * @param answer the answer, when there is one that can be believed
 * @param rest how long the KSZ wants to be left alone; zero when it does not say
 */
record KszReply(String code, Meaning meaning, Optional<KszAnswer> answer, Duration rest) {

    private static final int FAULT = 1;
    private static final String SUCCESS = "MSG00000";

    static KszReply of(KszAnswer answer, Exceptions catalogue) {
        Meaning meaning = catalogue.of(answer.code(), Exceptions.QUESTION);
        boolean found = answer.value().equals("DATA_FOUND");
        if (found && meaning == Meaning.NOTE) {
            return new KszReply("OK", meaning, answer);
        }
        if (!answer.code().equals(SUCCESS)) {
            // data beside a code that speaks of none, or of a part, is not all there is
            return new KszReply(answer.code(), found ? Meaning.DOUBT : meaning, answer);
        }
        return new KszReply(answer.value(), Meaning.UNKNOWN, answer);
    }

    static KszReply of(KszFault fault, Exceptions catalogue) {
        return fault.code().equals("FAULT")
                ? failed(fault.code())
                : new KszReply(fault.code(), catalogue.of(fault.code(), FAULT));
    }

    static KszReply failed(String ownWord) {
        return new KszReply(ownWord, Attempts.meaning(ownWord));
    }

    static KszReply throttled(Duration rest) {
        return new KszReply(Attempts.THROTTLED, Meaning.SLOW_DOWN, Optional.empty(), rest);
    }

    private KszReply(String code, Meaning meaning) {
        this(code, meaning, Optional.empty(), Duration.ZERO);
    }

    private KszReply(String code, Meaning meaning, KszAnswer answer) {
        this(code, meaning, Optional.of(answer), Duration.ZERO);
    }
}
