package be.zeef.run;

/** How far a run has come; each is written when the step before it is safely stored. */
public enum SyncState {
    /** The population was read; people not yet inscribed are being inscribed. */
    REGISTERING,
    /** Inscriptions are settled; the sources are being asked. */
    ASKING,
    /** Decisions and grants are stored; answers may be thrown away. */
    DECIDED,
    /** The delivery is stored, signed and encrypted, ready to be sent as often as needed. */
    PACKED,
    /** The delivery is at the recipient; receipts may be outstanding. */
    SENT,
    /** Finished. */
    DONE,
    /** Given up by people, wherever it was: what it left open is another run's, and its people are asked about anew. */
    ABANDONED;

    public boolean reached(SyncState other) {
        return ordinal() >= other.ordinal();
    }
}
