package be.zeef.storage;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.spi.JdbiPlugin;

/**
 * How our values stand in columns.
 *
 * <ul>
 *   <li>Days as days (JDBC 4.2). JDBI's own way goes through {@code java.sql.Date}, a moment in the JVM's zone, and a driver
 *       that keeps another zone stores the day before or after.
 *   <li>Instants and months as texts, as ISO 8601 writes them.
 *   <li>Members of closed lists by their names (JDBI's own way).
 * </ul>
 */
final class Columns implements JdbiPlugin {

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument(new Days());
        jdbi.registerColumnMapper(LocalDate.class, (ColumnMapper<LocalDate>)
                (row, column, context) -> row.getObject(column, LocalDate.class));
        jdbi.registerArgument(new Instants());
        jdbi.registerColumnMapper(
                Instant.class, (ColumnMapper<Instant>) (row, column, context) -> Instant.parse(row.getString(column)));
        jdbi.registerArgument(new Months());
        jdbi.registerColumnMapper(YearMonth.class, (ColumnMapper<YearMonth>)
                (row, column, context) -> YearMonth.parse(row.getString(column)));
    }

    private static final class Days extends AbstractArgumentFactory<LocalDate> {
        Days() {
            super(Types.DATE);
        }

        @Override
        protected Argument build(LocalDate day, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, day);
        }
    }

    private static final class Instants extends AbstractArgumentFactory<Instant> {
        Instants() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(Instant instant, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, instant.toString());
        }
    }

    private static final class Months extends AbstractArgumentFactory<YearMonth> {
        Months() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(YearMonth month, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, month.toString());
        }
    }
}
