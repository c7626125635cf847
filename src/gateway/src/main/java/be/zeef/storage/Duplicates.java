package be.zeef.storage;

import java.sql.SQLException;

/** Whether a statement failed because somebody else was a moment quicker to store the same row. */
public final class Duplicates {

    /** Unique violation (SQL:2016 class 23; the same on H2 and PostgreSQL). */
    private static final String UNIQUE = "23505";

    private Duplicates() {}

    /** Whether this is the cause, at any depth. */
    public static boolean caused(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && UNIQUE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
