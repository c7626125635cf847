package be.zeef.ledger.group;

/**
 * One transaction's turn at what is locked for it. It is placed one after another, and then stored.
 *
 * @param <W> what somebody wants written
 */
public interface Turn<W> {

    /**
     * Gives it the next place; returns its number.
     *
     * @throws RuntimeException when it is refused: then it has no place, and others may be placed. One that a failure of the database
     *     caused is no refusal, and ends the turn
     */
    long place(W wanted);

    /** Stores what was placed, which may be nothing. */
    void store();
}
