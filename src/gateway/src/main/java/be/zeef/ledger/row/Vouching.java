package be.zeef.ledger.row;

import be.zeef.ledger.Ledger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/**
 * Whatever a transaction writes into a table that the ledger vouches for, the ledger vouches for when it commits, whoever wrote it with
 * which statement. Such a statement outside a transaction is refused.
 */
public final class Vouching implements JdbiPlugin {

    private final Clock clock;

    public Vouching(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.setStatementBuilderFactory(connection -> new ReturningRows());
        jdbi.getConfig(SqlStatements.class).addCustomizer(new Customizer());
        jdbi.setTransactionHandler(new VouchingTransactions(jdbi.getTransactionHandler(), new Ledger(jdbi, clock)));
    }

    /** Rows that were written before the ledger vouched for any, as they are now: once, when a database is first opened by a release that does. */
    public static void takeUp(Jdbi jdbi) {
        jdbi.useTransaction(handle -> {
            if (VouchedRows.isEmpty(handle) && !Ledger.hasRows(handle)) {
                for (VouchedTable table : VouchedTable.values()) {
                    takeUp(handle, table);
                }
                written(handle).flush(true);
            }
        });
    }

    private static void takeUp(Handle handle, VouchedTable table) {
        WrittenRows written = written(handle);
        handle.createQuery("select * from " + table.table())
                .map((row, context) -> Row.of(table, row))
                .useIterator(rows -> rows.forEachRemaining(row -> written.add(row, true)));
    }

    private static WrittenRows written(Handle handle) {
        return handle.getConfig(WrittenRows.OfHandle.class).rows();
    }

    /** Has the database say which rows a statement wrote, and what they are since; of those it deletes, what they were. */
    private static final class ReturningRows extends DefaultStatementBuilder {

        @Override
        public PreparedStatement create(Connection connection, String sql, StatementContext context)
                throws SQLException {
            Optional<RowWrite> write = RowWrite.of(sql);
            if (write.isEmpty()) {
                return super.create(connection, sql, context);
            }
            VouchedTable table = write.get().table();
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("rows of " + table.table() + " are written within a transaction");
            }
            return write.get().deletes()
                    ? DeletedRows.told(super.create(connection, sql, context), write.get(), written(context))
                    : connection.prepareStatement(sql, table.columns().toArray(String[]::new));
        }
    }

    /** Tells what was written. */
    private static final class Customizer implements StatementCustomizer {

        @Override
        public void afterExecution(PreparedStatement statement, StatementContext context) throws SQLException {
            Optional<RowWrite> write = RowWrite.of(context.getParsedSql().getSql());
            if (write.isPresent() && !write.get().deletes()) {
                try (ResultSet rows = statement.getGeneratedKeys()) {
                    while (rows.next()) {
                        written(context).add(Row.of(write.get().table(), rows));
                    }
                }
            }
        }
    }

    private static WrittenRows written(StatementContext context) {
        return context.getConfig(WrittenRows.OfHandle.class).rows();
    }
}
