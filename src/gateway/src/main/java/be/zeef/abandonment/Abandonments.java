package be.zeef.abandonment;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table {@code sync_abandonment}: what people signed to abandon runs. What stands in it is a claim until it is verified. */
final class Abandonments {

    private Abandonments() {}

    /**
     * @param sync the run
     * @param digest of how it stood
     * @param certificate SHA-256, in hexadecimal
     * @param signature detached CMS over the statement
     */
    record Row(
            @ColumnName("sync_id") long sync,
            String person,
            String reason,
            String digest,
            String certificate,
            byte[] signature,
            @ColumnName("signed") String at) {
        @Override
        public String toString() {
            return "abandoning of run " + sync + " by " + person;
        }
    }

    /** Of one run, by person. */
    static List<Row> of(Handle handle, long sync) {
        return handle.select("select * from sync_abandonment where sync_id = ? order by person", sync)
                .map(ConstructorMapper.of(Row.class))
                .list();
    }

    /** Of every run. */
    static List<Row> all(Handle handle) {
        return handle.select("select * from sync_abandonment order by sync_id, person")
                .map(ConstructorMapper.of(Row.class))
                .list();
    }

    /** One person wants one thing: what they signed of the run before counts no more. */
    static void put(Handle handle, Row row) {
        handle.execute("delete from sync_abandonment where sync_id = ? and person = ?", row.sync, row.person);
        handle.execute(
                "insert into sync_abandonment (sync_id, person, reason, digest, certificate, signature, signed)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                row.sync,
                row.person,
                row.reason,
                row.digest,
                row.certificate,
                row.signature,
                row.at);
    }
}
