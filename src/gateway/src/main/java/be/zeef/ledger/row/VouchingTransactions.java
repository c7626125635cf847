package be.zeef.ledger.row;

import be.zeef.ledger.Ledger;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Commits no transaction before the ledger has entries about the vouched rows it wrote. */
final class VouchingTransactions extends DelegatingTransactionHandler {

    private final Ledger ledger;
    private final WrittenRows written;

    /** For handles to come. */
    VouchingTransactions(TransactionHandler delegate, Ledger ledger) {
        this(delegate, ledger, null);
    }

    private VouchingTransactions(TransactionHandler delegate, Ledger ledger, WrittenRows written) {
        super(delegate);
        this.ledger = ledger;
        this.written = written;
    }

    @Override
    public TransactionHandler specialize(Handle handle) throws SQLException {
        WrittenRows own = new WrittenRows(handle, ledger);
        handle.getConfig(WrittenRows.OfHandle.class).set(own);
        return new VouchingTransactions(getDelegate().specialize(handle), ledger, own);
    }

    @Override
    public void begin(Handle handle) {
        written.forget();
        super.begin(handle);
    }

    @Override
    public void commit(Handle handle) {
        written.flush(false);
        super.commit(handle);
    }

    @Override
    public void rollback(Handle handle) {
        written.forget();
        super.rollback(handle);
    }

    /** What was written since cannot be told from what was written before. */
    @Override
    public void rollbackToSavepoint(Handle handle, String name) {
        if (!written.isEmpty()) {
            throw new IllegalStateException("rows that the ledger vouches for are rolled back whole");
        }
        super.rollbackToSavepoint(handle, name);
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback) throws X {
        written.forget();
        return super.inTransaction(handle, flushing(callback));
    }

    @Override
    public <R, X extends Exception> R inTransaction(
            Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> callback) throws X {
        written.forget();
        return super.inTransaction(handle, level, flushing(callback));
    }

    private <R, X extends Exception> HandleCallback<R, X> flushing(HandleCallback<R, X> callback) {
        return handle -> {
            R result = callback.withHandle(handle);
            written.flush(false);
            return result;
        };
    }
}
