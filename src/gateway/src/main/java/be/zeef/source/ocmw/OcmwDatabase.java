package be.zeef.source.ocmw;

import be.zeef.settings.OcmwSettings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A pool of read-only connections to the town's database, opened when it is first asked. Neither a login nor a query is waited
 * for longer than the settings say. Thread-safe.
 */
final class OcmwDatabase implements AutoCloseable {

    /** Hikari's own least value; below it a login is never waited for. */
    private static final long LEAST_MILLIS = 250;

    private final OcmwSettings settings;
    private final Drivers drivers;
    private final Bounded bounded = new Bounded("ocmw");
    private Optional<HikariDataSource> pool = Optional.empty();
    private Optional<Driver> driver = Optional.empty();

    OcmwDatabase(OcmwSettings settings) {
        this.settings = settings;
        this.drivers = new Drivers(settings.drivers());
    }

    /** What is asked over one connection. */
    interface Work<T> {
        T over(Connection connection) throws SQLException;
    }

    /**
     * The driver of the settings' URL, found once.
     *
     * @throws be.zeef.settings.SettingsException when there is none
     */
    synchronized Driver driver() {
        if (driver.isEmpty()) {
            driver = Optional.of(drivers.of(settings.url()));
        }
        return driver.get();
    }

    /**
     * Asks over one connection of the pool.
     *
     * @throws SQLException when it cannot be asked, or does not answer in time
     * @throws be.zeef.settings.SettingsException when there is no driver
     */
    <T> T ask(Work<T> work) throws SQLException {
        driver();
        HikariDataSource connections = pool();
        AtomicReference<Connection> used = new AtomicReference<>();
        Duration limit = settings.loginTimeout().plus(settings.timeout());
        return bounded.within(
                limit,
                () -> {
                    try (Connection connection = connections.getConnection()) {
                        used.set(connection);
                        limit(connection);
                        T answer = work.over(connection);
                        connection.rollback();
                        return answer;
                    }
                },
                () -> abort(connections, used.get()));
    }

    /**
     * The driver's own limit ends the work itself where the driver keeps it; where it does not, the wait ends all the same. Set
     * past the pool, which throws away a connection that says it knows no such limit.
     */
    private void limit(Connection connection) {
        try {
            connection.unwrap(Connection.class).setNetworkTimeout(bounded.threads(), (int)
                    settings.timeout().toMillis());
        } catch (SQLException | RuntimeException | AbstractMethodError e) {
            // an older driver has none
        }
    }

    /** Its thread waits for an answer that will not come: the line is cut under it, and the pool makes another. */
    private void abort(HikariDataSource connections, Connection connection) {
        if (connection != null) {
            try {
                connection.unwrap(Connection.class).abort(bounded.threads());
            } catch (SQLException | RuntimeException | AbstractMethodError e) {
                // then it stays until the server ends it
            }
            connections.evictConnection(connection);
        }
    }

    private synchronized HikariDataSource pool() {
        if (pool.isEmpty()) {
            HikariConfig config = new HikariConfig();
            config.setDataSource(new Logins(settings, this::driver, bounded));
            config.setPoolName("ocmw");
            config.setMaximumPoolSize(settings.atOnce());
            config.setMinimumIdle(0);
            config.setInitializationFailTimeout(-1);
            config.setConnectionTimeout(
                    Math.max(LEAST_MILLIS, settings.loginTimeout().toMillis()));
            config.setValidationTimeout(
                    Math.max(LEAST_MILLIS, settings.loginTimeout().toMillis() / 2));
            config.setReadOnly(true);
            config.setAutoCommit(false);
            pool = Optional.of(new HikariDataSource(config));
        }
        return pool.get();
    }

    @Override
    public synchronized void close() {
        pool.ifPresent(HikariDataSource::close);
        bounded.close();
        drivers.close();
    }
}
