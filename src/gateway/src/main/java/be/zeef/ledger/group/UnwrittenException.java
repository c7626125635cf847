package be.zeef.ledger.group;

import org.jdbi.v3.core.JdbiException;

/** The database did not take what a caller wanted written. Each caller has one of its own, with the failure that may be others' too as its cause. */
public final class UnwrittenException extends JdbiException {

    private static final long serialVersionUID = 1L;

    private UnwrittenException(String what, Throwable cause) {
        super(what, cause);
    }

    /** It is not written. */
    static UnwrittenException nothing(Throwable cause) {
        return new UnwrittenException("the database could not be written to: nothing of this stands in it", cause);
    }

    /** It may be written: the database was lost while it committed. */
    static UnwrittenException unknown(Throwable cause) {
        return new UnwrittenException("the database did not say whether it committed this: it may stand in it", cause);
    }
}
