package be.zeef.standing;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table {@code agreement_act}: what officers signed. What stands in it is a claim, and only what the ledger has an entry of happened. */
final class Acts {

    private Acts() {}

    /**
     * @param before how many acts of this agreement there were before
     * @param certificate SHA-256, in hexadecimal
     * @param signature detached CMS over the statement
     */
    record Row(
            String agreement,
            @ColumnName("acts_before") int before,
            String act,
            String version,
            String reason,
            String person,
            String certificate,
            byte[] signature,
            @ColumnName("signed") String at) {
        @Override
        public String toString() {
            return act + " of " + agreement + " by " + person;
        }
    }

    /** Of one agreement, in their order. */
    static List<Row> of(Handle handle, String agreement) {
        return handle.select("select * from agreement_act where agreement = ? order by acts_before", agreement)
                .map(ConstructorMapper.of(Row.class))
                .list();
    }

    /** Of every agreement. */
    static List<Row> all(Handle handle) {
        return handle.select("select * from agreement_act order by agreement, acts_before")
                .map(ConstructorMapper.of(Row.class))
                .list();
    }

    static void put(Handle handle, Row row) {
        handle.execute(
                "insert into agreement_act (agreement, acts_before, act, version, reason, person, certificate, signature, signed)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.agreement,
                row.before,
                row.act,
                row.version,
                row.reason,
                row.person,
                row.certificate,
                row.signature,
                row.at);
    }
}
