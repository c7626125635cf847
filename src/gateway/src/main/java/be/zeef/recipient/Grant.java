package be.zeef.recipient;

import java.time.LocalDate;

/** How granting a social tariff ended. Codes are the recipient's or our own words, never a text of the recipient's. */
public sealed interface Grant {

    /** It was granted by this call, and the recipient shows it. */
    record Granted(LocalDate until) implements Grant {}

    /** There is one already that ends on this day, which is late enough; nothing was changed. */
    record Already(LocalDate until) implements Grant {}

    /** Something must be done first, by the person or at the counter: get a pass, a new card, another address. */
    record NotPossible(String code) implements Grant {}

    /** Nobody knows, or the recipient cannot be used now. To be tried again later; trying again does no harm. */
    record Failed(String code) implements Grant {}

    /**
     * The recipient refuses us, whoever it is about: our key or certificate, our access or our message. Trying again does no
     * harm, and no good before the operator has mended it.
     */
    record Refused(String code) implements Grant {}

    /** Whether it is still to be granted, for nothing is known of the person. */
    default boolean isOpen() {
        return this instanceof Failed || this instanceof Refused;
    }
}
