package be.zeef.payment.closing;

import be.zeef.storage.InstantTexts;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table {@code payment_closing}: what people signed to close. What stands in it is a claim; {@link ClosingDesk} looks at each signature anew. */
final class Closings {

    private Closings() {}

    /**
     * @param agreement under which it is open
     * @param what a transfer's id, a file's name, or what finance pays in another way
     * @param digest of the transfers and how they stood
     * @param certificate SHA-256, in hexadecimal
     * @param signature detached CMS over the statement
     */
    record Row(
            String agreement,
            String what,
            String person,
            String decision,
            String reason,
            String digest,
            String certificate,
            byte[] signature,
            @ColumnName("signed") String at) {
        @Override
        public String toString() {
            return "closing of " + what + " by " + person;
        }
    }

    /** Those that wait for a second person, the last signed first. */
    static List<Row> waiting(Handle handle, String agreement, String what) {
        return handle.select(
                        "select * from payment_closing where agreement = ? and what = ? and done is null order by "
                                + InstantTexts.inTime("signed") + " desc, person",
                        agreement,
                        what)
                .map(ConstructorMapper.of(Row.class))
                .list();
    }

    /** How many signatures closed it, however often it was opened again. */
    static int before(Handle handle, String agreement, String what) {
        return handle.select(
                        "select count(*) from payment_closing where agreement = ? and what = ? and done is not null",
                        agreement,
                        what)
                .mapTo(Integer.class)
                .one();
    }

    /** Everything that two people closed, under every agreement. */
    static List<Row> done(Handle handle) {
        return handle.select("select * from payment_closing where done is not null")
                .map(ConstructorMapper.of(Row.class))
                .list();
    }

    /** One that may not be kept any more. */
    static int remove(Handle handle, Row row) {
        return handle.execute(
                "delete from payment_closing where agreement = ? and what = ? and person = ? and digest = ?",
                row.agreement,
                row.what,
                row.person,
                row.digest);
    }

    /** One person wants one thing: what they signed before of it, and was not done, counts no more. */
    static void put(Handle handle, Row row) {
        handle.execute(
                "delete from payment_closing where agreement = ? and what = ? and person = ? and done is null",
                row.agreement,
                row.what,
                row.person);
        handle.execute(
                "insert into payment_closing (agreement, what, person, decision, reason, digest, certificate, signature, signed,"
                        + " done) values (?, ?, ?, ?, ?, ?, ?, ?, ?, null)",
                row.agreement,
                row.what,
                row.person,
                row.decision,
                row.reason,
                row.digest,
                row.certificate,
                row.signature,
                row.at);
    }

    /** What two people said is done: their signatures stay as evidence, and whatever else was said of it counts no more. */
    static void done(Handle handle, Row said, String now) {
        handle.execute(
                "delete from payment_closing where agreement = ? and what = ? and done is null"
                        + " and not (digest = ? and decision = ? and reason = ?)",
                said.agreement,
                said.what,
                said.digest,
                said.decision,
                said.reason);
        handle.execute(
                "update payment_closing set done = ? where agreement = ? and what = ? and done is null",
                now,
                said.agreement,
                said.what);
    }
}
