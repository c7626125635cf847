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
}
