package be.zeef.storage;

import be.zeef.ledger.row.Vouching;
import be.zeef.settings.Settings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The gateway's database, brought to this version on opening: whole or not at all, whatever kills us meanwhile.
 * Thread-safe.
 */
public final class Storage implements AutoCloseable {

    private static final int CONNECTIONS = 6;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean alone;

    private Storage(HikariDataSource pool, Maker maker, Clock clock, boolean alone) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).installPlugin(new Columns()).installPlugin(new Vouching(clock));
        maker.teach(jdbi);
        this.alone = alone;
    }

    /**
     * @param clock of the entries with which the ledger vouches for rows
     * @throws StorageException when the database cannot be reached, is in use by another process, or is newer than us
     */
    public static Storage open(Settings.Database settings, Clock clock) {
        try {
            return DatabaseFile.is(settings.url())
                    ? open(settings, clock, DatabaseFile.of(settings.url()))
                    : open(settings, clock, settings.url(), false);
        } catch (PoolInitializationException | ConnectionException e) {
            throw StorageException.unreachable(e);
        } catch (IOException e) {
            throw StorageException.unwritable(e);
        } catch (FlywayException e) {
            throw StorageException.unusable(e);
        } catch (NoDriverException e) {
            throw StorageException.unreachable(e);
        }
    }

    /** Where the database lies on this machine; empty when that is a server's affair. */
    public static Optional<Path> file(Settings.Database settings) {
        return DatabaseFile.is(settings.url())
                ? Optional.of(DatabaseFile.of(settings.url()).path())
                : Optional.empty();
    }

    private static Storage open(Settings.Database settings, Clock clock, DatabaseFile file) throws IOException {
        if (!file.isAlone()) {
            return open(settings, clock, file.url(), false);
        }
        Found found = file.isNew() ? new Found(true, false) : look(settings, file.url());
        if (found.older) {
            file.change(copy -> open(settings, clock, copy, true).close());
        }
        return open(settings, clock, file.url(), !found.inUse);
    }

    /** @param inUse whether this process has it open already, as a service has beside which its commands run */
    private record Found(boolean older, boolean inUse) {}

    private static Found look(Settings.Database settings, String url) {
        try (Handle first = Jdbi.open(url, settings.user(), settings.password())) {
            long others = first.createQuery(
                            "select count(*) from information_schema.sessions where session_id <> session_id()")
                    .mapTo(Long.class)
                    .one();
            try (HikariDataSource pool = pool(settings, url)) {
                boolean older =
                        Maker.H2.migrations().dataSource(pool).load().info().pending().length > 0;
                return new Found(older, others > 0);
            }
        }
    }

    private static Storage open(Settings.Database settings, Clock clock, String url, boolean alone) {
        HikariDataSource pool = pool(settings, url);
        try {
            Maker maker = Maker.of(settings.url());
            maker.migrations().dataSource(pool).load().migrate();
            Storage storage = new Storage(pool, maker, clock, alone);
            Vouching.takeUp(storage.jdbi);
            return storage;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource pool(Settings.Database settings, String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName("zeef");
        config.setInitializationFailTimeout(1);
        requireDriver(url);
        return new HikariDataSource(config);
    }

    private static void requireDriver(String url) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new NoDriverException(e);
        }
    }

    /** Whether nobody had this database open when this was opened, and no other process can while this is. */
    public boolean isAlone() {
        return alone;
    }

    /**
     * The connections themselves, for a library that has a table of its own here. The ledger vouches for no row that is written past
     * {@link #jdbi()}, so nobody else asks for them (the architecture's tests hold this).
     */
    public DataSource connections() {
        return pool;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.close();
    }
}
