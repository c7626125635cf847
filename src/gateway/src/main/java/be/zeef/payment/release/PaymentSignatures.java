package be.zeef.payment.release;

import be.zeef.storage.InstantTexts;
import be.zeef.trust.Statement;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table {@code payment_release}: signatures over payment files. What stands in it is a claim; {@link JudgedReleases} says what holds. */
final class PaymentSignatures {

    private PaymentSignatures() {}

    /** What was signed. */
    enum Act {
        COMPOSED,
        RELEASED
    }

    /**
     * @param certificate SHA-256, in hexadecimal
     * @param signature detached CMS over the {@link Statement}
     */
    record Row(
            String file,
            Act act,
            String person,
            String certificate,
            byte[] signature,
            @ColumnName("signed") String at) {
        @Override
        public String toString() {
            return act + " of " + file + " by " + person;
        }
    }

    /** Now, as it is written down beside signatures: to the second. */
    static String at(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Of a file, the first signed first. */
    static List<Row> of(Handle handle, String file, Act act) {
        return handle.select(
                        "select * from payment_release where file = ? and act = ? order by "
                                + InstantTexts.inTime("signed") + ", person",
                        file,
                        act.name())
                .map(ConstructorMapper.of(Row.class))
                .list();
    }

    static void insert(Handle handle, Row row) {
        handle.execute(
                "insert into payment_release (file, act, person, certificate, signature, signed) values (?, ?, ?, ?, ?, ?)",
                row.file,
                row.act.name(),
                row.person,
                row.certificate,
                row.signature,
                row.at);
    }

    /** All of a file that may not be kept any more. */
    static void remove(Handle handle, String file) {
        handle.execute("delete from payment_release where file = ?", file);
    }

    /** A release that does not count. */
    static void delete(Handle handle, Row row) {
        handle.execute(
                "delete from payment_release where file = ? and act = ? and person = ?",
                row.file,
                row.act.name(),
                row.person);
    }
}
