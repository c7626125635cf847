package be.zeef.source;

import be.zeef.subject.Insz;
import java.time.LocalDate;

/** Keeps who is inscribed because of a question, so that the inscription ends when nobody needs it any more. */
public interface KnownInscriptions {

    /** Whether this person's inscription stands, as far as we know: MAGDA may know better. Called by any thread. */
    boolean stands(Insz person);

    /**
     * This person's inscription stands, and was needed just now. Called by any thread.
     *
     * @param since first day it covers, where it is new
     */
    void needed(Insz person, LocalDate since);

    /**
     * A source says that both numbers are one person's. Called by any thread.
     *
     * @param former the number that the other came in the place of
     */
    default void replaced(Insz former, Insz fresh) {}
}
