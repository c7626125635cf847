package be.zeef.storage;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;

/** What differs between the databases that Zeef's own tables may lie in: column types and the migrations that name them. */
enum Maker {
    H2("h2", "blob", "varbinary"),
    POSTGRESQL("postgresql", "bytea", "bytea");

    private final String folder;
    private final String manyBytes;
    private final String fewBytes;

    Maker(String folder, String manyBytes, String fewBytes) {
        this.folder = folder;
        this.manyBytes = manyBytes;
        this.fewBytes = fewBytes;
    }

    static Maker of(String url) {
        return url.startsWith("jdbc:h2:") ? H2 : POSTGRESQL;
    }

    /**
     * The migrations both have, and those whose types only this one has: docs/adr/0021. A number is given before the work is done, so
     * that a database may have a later one before it has this.
     */
    FluentConfiguration migrations() {
        return Flyway.configure()
                .outOfOrder(true)
                .locations("classpath:db/migration/both", "classpath:db/migration/" + folder)
                .placeholders(Map.of("bytes", manyBytes));
    }

    /** Statements may say {@code <bytes>} where they must name the type of a sealed value. */
    void teach(Jdbi jdbi) {
        jdbi.define("bytes", fewBytes);
    }
}
