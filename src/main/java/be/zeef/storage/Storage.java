package be.zeef.storage;

import be.zeef.settings.Settings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The gateway's database, migrated to this version on opening. Thread-safe. */
public final class Storage implements AutoCloseable {

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Storage(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * @throws StorageException when the database cannot be reached, is in use by another process, or is newer than us
     */
    public static Storage open(Settings.Database settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(1);
        config.setPoolName("zeef");
        config.setInitializationFailTimeout(1);
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config);
            boolean h2 = settings.url().startsWith("jdbc:h2:");
            Flyway.configure()
                    .dataSource(pool)
                    .placeholders(Map.of("bytes", h2 ? "blob" : "bytea"))
                    .load()
                    .migrate();
            return new Storage(pool);
        } catch (PoolInitializationException e) {
            throw StorageException.unreachable(e);
        } catch (RuntimeException e) {
            if (pool != null) {
                pool.close();
            }
            throw StorageException.unusable(e);
        }
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.close();
    }
}
