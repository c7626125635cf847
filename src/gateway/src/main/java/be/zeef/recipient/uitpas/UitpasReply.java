package be.zeef.recipient.uitpas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The end of one call.
 *
 * @param code {@code OK}, the last segment of a problem's type, or our own word
 * @param body what a read answered; missing in all other cases
 */
record UitpasReply(Ending ending, String code, JsonNode body) {

    static UitpasReply failed(Ending ending, String code) {
        return new UitpasReply(ending, code, MissingNode.getInstance());
    }

    boolean ok() {
        return ending == Ending.OK;
    }

    /** Holds personal data: it does not show itself. */
    @Override
    public String toString() {
        return "UitpasReply[" + code + "]";
    }
}
