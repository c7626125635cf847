package be.zeef.storage;

import java.sql.SQLException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Two who store the same row at the same moment: the first stores it, and the second must find it. */
public final class Duplicates {

    /** Unique violation (SQL:2016 class 23; the same on H2 and PostgreSQL). */
    private static final String UNIQUE = "23505";

    private Duplicates() {}

    /**
     * What this work comes to in a transaction. It looks for a row and stores it where there is none: should somebody else have
     * been a moment quicker, nothing of it stands, and it is done anew and finds the row. Not within another transaction: PostgreSQL
     * goes on with none that met a duplicate.
     */
    public static <T> T inTransaction(Jdbi jdbi, HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.inTransaction(work);
        } catch (JdbiException e) {
            if (!caused(e)) {
                throw e;
            }
            return jdbi.inTransaction(work);
        }
    }

    /** Whether a statement failed because the same row was stored already: the cause, at any depth. */
    public static boolean caused(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && UNIQUE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
