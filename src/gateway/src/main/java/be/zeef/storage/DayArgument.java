package be.zeef.storage;

import java.sql.Types;
import java.time.LocalDate;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Days go to the database as days (JDBC 4.2). JDBI's own way goes through {@code java.sql.Date}, a moment in the JVM's zone,
 * and a driver that keeps another zone stores the day before or after.
 */
final class DayArgument extends AbstractArgumentFactory<LocalDate> {

    DayArgument() {
        super(Types.DATE);
    }

    @Override
    protected Argument build(LocalDate day, ConfigRegistry config) {
        return (position, statement, context) -> statement.setObject(position, day);
    }
}
