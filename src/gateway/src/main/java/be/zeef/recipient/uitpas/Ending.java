package be.zeef.recipient.uitpas;

import be.zeef.route.WebReply;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How one call to UiTPAS ended, as far as the next step cares. */
enum Ending {
    OK,
    /** Refused for a reason that lies with the person, the pass or the card. */
    @JsonProperty("person")
    PERSON,
    /** Refused for a reason that lies with us. */
    @JsonProperty("ours")
    OURS,
    /** Nothing was done; it may pass. */
    @JsonProperty("passes")
    PASSES,
    /** Nobody knows whether it was done. */
    UNSURE;

    /** How a call ended to which there is no answer. That the ends do not accept each other's certificates does not pass. */
    static Ending of(WebReply.Lost lost) {
        if (lost.code().equals(WebReply.TLS)) {
            return OURS;
        }
        return lost.arrived() ? UNSURE : PASSES;
    }
}
