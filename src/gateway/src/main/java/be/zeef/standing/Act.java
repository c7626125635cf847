package be.zeef.standing;

import java.util.Locale;

/** What a data-protection officer does to a version of an agreement by signature. */
public enum Act {
    /** Nothing goes on under it until it is resumed. */
    SUSPEND,
    /** It goes on where it was suspended. */
    RESUME,
    /** Nothing goes on under it any more. */
    REVOKE;

    /** As the ledger, the statement and the command line write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
