package be.zeef.ledger.event;

/** How handing over a file or message ended. */
public enum Sending {
    SENT,
    /** The partner could not be reached; it is sent again, the same bytes. */
    NOT_SENT
}
