package be.zeef.storage;

import be.zeef.settings.Settings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/** The gateway's database, migrated to this version on opening. Thread-safe. */
public final class Storage implements AutoCloseable {

    private static final String H2_FILE = "jdbc:h2:file:";

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean alone;

    private Storage(HikariDataSource pool, Maker maker, boolean alone) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).installPlugin(new Columns());
        maker.teach(jdbi);
        this.alone = alone;
    }

    /**
     * @throws StorageException when the database cannot be reached, is in use by another process, or is newer than us
     */
    public static Storage open(Settings.Database settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(faithful(settings.url()));
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(1);
        config.setPoolName("zeef");
        config.setInitializationFailTimeout(1);
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config);
            Maker maker = Maker.of(settings.url());
            maker.migrations().dataSource(pool).load().migrate();
            return new Storage(pool, maker, isAlone(settings.url()));
        } catch (PoolInitializationException e) {
            throw StorageException.unreachable(e);
        } catch (RuntimeException e) {
            if (pool != null) {
                pool.close();
            }
            throw StorageException.unusable(e);
        }
    }

    /**
     * Three habits of H2 that a ledger cannot have: it writes what was committed up to half a second later, so that a killed
     * process would leave no entry of what it asked; it closes its files by itself when the machine stops, under the hands of
     * the work that is being finished; and a thread that is stopped while it writes closes the database for all others, unless
     * its files are of the kind that opens again ({@code retry:}).
     */
    private static String faithful(String url) {
        if (!url.startsWith(H2_FILE)) {
            return url;
        }
        String retried = "jdbc:h2:retry:" + PrivateDatabase.path(url.substring(H2_FILE.length()));
        return url.contains("WRITE_DELAY") ? retried : retried + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    }

    /** H2 locks its file for one process, unless it is told to share it. */
    private static boolean isAlone(String url) {
        return url.startsWith(H2_FILE) && !url.toUpperCase(Locale.ROOT).contains("AUTO_SERVER=TRUE");
    }

    /** Whether no other process can have this database open while this one has. */
    public boolean isAlone() {
        return alone;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.close();
    }
}
