package be.zeef.source.advice;

import java.util.List;
import java.util.Map;

/** What Automatisch Advies said about one subject, or why it said nothing that can be used. */
public sealed interface AdviceReply {

    /** The advice itself. */
    enum Word {
        POSITIVE,
        NEGATIVE,
        UNDETERMINED
    }

    /**
     * An answer to our question.
     *
     * @param flags values by name, such as a tariff class; codes, never texts
     * @param reasons codes; for the operator, never for a counter or a recipient
     */
    record Given(Word word, Map<String, String> flags, List<String> reasons) implements AdviceReply {
        public Given {
            flags = Map.copyOf(flags);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * No answer that can be used: the question stays undetermined.
     *
     * @param code the HTTP status as {@code HTTP_503}, or our own word: NO_CONNECTION, TLS, TIMEOUT, CUT_OFF, TOO_LARGE,
     *     EMPTY (202, 204 and null too), NOT_JSON, MALFORMED, SCHEMA, CORRELATION, ANOTHER_CASE, ANOTHER_PERSON, ANOTHER_DAY,
     *     TOO_LATE, DEFECT
     */
    record Failed(String code) implements AdviceReply {

        /** Whether the service refuses us, not this subject: everyone else would be refused too. */
        public boolean barred() {
            return code.equals("HTTP_401") || code.equals("HTTP_403") || code.equals("TLS");
        }
    }
}
