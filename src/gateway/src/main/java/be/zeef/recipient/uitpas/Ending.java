package be.zeef.recipient.uitpas;

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
    UNSURE
}
