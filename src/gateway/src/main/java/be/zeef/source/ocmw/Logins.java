package be.zeef.source.ocmw;

import be.zeef.settings.OcmwSettings;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Logs in to the town's database, for the pool. A login that hangs is left behind, and not more than a few of them at a time. */
final class Logins implements DataSource {

    /** Logins that hang at once; beyond those nobody tries, so that a dead server costs no more threads. */
    private static final int HANGING = 8;

    private final OcmwSettings settings;
    private final Supplier<Driver> driver;
    private final Bounded bounded;
    private final Semaphore open = new Semaphore(HANGING);

    Logins(OcmwSettings settings, Supplier<Driver> driver, Bounded bounded) {
        this.settings = settings;
        this.driver = driver;
        this.bounded = bounded;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!open.tryAcquire()) {
            throw new SQLException("earlier logins are not answered yet", "08001");
        }
        AtomicBoolean late = new AtomicBoolean();
        AtomicReference<Connection> made = new AtomicReference<>();
        return bounded.within(
                settings.loginTimeout(),
                () -> {
                    try {
                        made.set(connect());
                        if (late.get()) {
                            made.get().close();
                        }
                        return made.get();
                    } finally {
                        open.release();
                    }
                },
                () -> late.set(true));
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.putAll(settings.properties());
        login.setProperty("user", settings.user());
        login.setProperty("password", settings.password());
        Connection connection = driver.get().connect(settings.url(), login);
        if (connection == null) {
            throw new SQLException("the driver does not take this URL", "08001");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the settings name the user");
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // drivers log nothing here: what they write may hold a question
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // the settings name it
    }

    @Override
    public int getLoginTimeout() {
        return (int) settings.loginTimeout().toSeconds();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing is wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
