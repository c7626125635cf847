package be.zeef.delivery;

import be.zeef.packing.DeliveryHead;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The tables {@code delivery}, {@code delivery_file} and {@code delivery_part}: packed deliveries. */
final class Deliveries {

    private static final RowMapper<Row> ROW = ConstructorMapper.of(Row.class);

    /** Of no delivery: a list in SQL is never empty. */
    private static final int NO_YEAR = 0;

    private Deliveries() {}

    /** How far a delivery is. */
    enum State {
        PACKED,
        /** All files are at the recipient. */
        SENT,
        /** The recipient opened it. */
        ACCEPTED,
        /** The recipient told what became of every line. */
        CONFIRMED,
        REFUSED,
        /** It was packed by a run that was abandoned, and nothing of it ever left. */
        WITHDRAWN
    }

    record Row(String name, long syncId, long lines, State state, String code) {}

    /** Deliveries are counted by what they are called, over all agreements: two of them may deliver to one recipient. */
    static int nextSequence(Handle handle, String series, int year) {
        return handle.createQuery("select coalesce(max(sequence), 0) + 1 from delivery"
                        + " where grant_year = :year and substring(name from 1 for :length) = :series")
                .bind("series", series + ".")
                .bind("length", series.length() + 1)
                .bind("year", year)
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Handle handle, DeliveryHead head, String benefit, long syncId) {
        handle.createUpdate(
                        "insert into delivery (name, agreement, grant_year, sequence, sync_id, lines, state, code, sent)"
                                + " values (:name, :agreement, :year, :sequence, :sync, 0, 'PACKED', '', null)")
                .bind("name", head.name())
                .bind("agreement", benefit)
                .bind("year", head.year())
                .bind("sequence", head.sequence())
                .bind("sync", syncId)
                .execute();
    }

    static void packed(Handle handle, String name, long lines, List<String> files) {
        handle.createUpdate("update delivery set lines = :lines where name = :name")
                .bind("lines", lines)
                .bind("name", name)
                .execute();
        for (int position = 0; position < files.size(); position++) {
            handle.createUpdate("insert into delivery_file (delivery, position, file) values (:name, :position, :file)")
                    .bind("name", name)
                    .bind("position", position)
                    .bind("file", files.get(position))
                    .execute();
        }
    }

    static void state(Handle handle, String name, State state, String code) {
        handle.createUpdate("update delivery set state = :state, code = :code where name = :name")
                .bind("state", state)
                .bind("code", code)
                .bind("name", name)
                .execute();
    }

    static void sent(Handle handle, String name, String at) {
        handle.createUpdate("update delivery set state = 'SENT', sent = :at where name = :name and state = 'PACKED'")
                .bind("at", at)
                .bind("name", name)
                .execute();
    }

    static Optional<Row> find(Handle handle, String name) {
        return handle.createQuery("select name, sync_id, lines, state, code from delivery where name = :name")
                .bind("name", name)
                .map(ROW)
                .findOne();
    }

    /** Deliveries of this benefit of an agreement that the recipient has not settled, oldest first. */
    static List<Row> unsettled(Handle handle, String benefit) {
        return handle.createQuery("select name, sync_id, lines, state, code from delivery where agreement = :agreement"
                        + " and state in ('PACKED', 'SENT', 'ACCEPTED') order by name")
                .bind("agreement", benefit)
                .map(ROW)
                .list();
    }

    /** The deliveries that a run packed, one per period, the oldest period first. */
    static List<Row> ofSync(Handle handle, long syncId) {
        return handle.createQuery("select name, sync_id, lines, state, code from delivery where sync_id = :sync"
                        + " order by grant_year, sequence")
                .bind("sync", syncId)
                .map(ROW)
                .list();
    }

    /** Settled deliveries of other periods than these whose bytes are kept. */
    static List<String> keptSettled(Handle handle, String benefit, List<Integer> years) {
        return handle.createQuery("select d.name from delivery d where d.agreement = :agreement"
                        + " and d.state in ('CONFIRMED', 'REFUSED') and d.grant_year not in (<years>)"
                        + " and exists (select 1 from delivery_part p where p.delivery = d.name) order by d.name")
                .bind("agreement", benefit)
                .bindList("years", years.isEmpty() ? List.of(NO_YEAR) : years)
                .mapTo(String.class)
                .list();
    }

    static void removeParts(Handle handle, String name) {
        handle.execute("delete from delivery_part where delivery = ?", name);
    }

    static List<String> files(Handle handle, String name) {
        return handle.createQuery("select file from delivery_file where delivery = :name order by position")
                .bind("name", name)
                .mapTo(String.class)
                .list();
    }

    /** A new file of a delivery, kept in parts so that neither side ever holds it whole. */
    static OutputStream create(Handle handle, String delivery, String file) {
        return new PartStream(handle, delivery, file);
    }

    static void part(Handle handle, String delivery, String file, int part, byte[] content) {
        handle.createUpdate("insert into delivery_part (delivery, file, part, content)"
                        + " values (:delivery, :file, :part, :content)")
                .bind("delivery", delivery)
                .bind("file", file)
                .bind("part", part)
                .bind("content", content)
                .execute();
    }

    static void copy(Handle handle, String delivery, String file, OutputStream out) throws IOException {
        List<Integer> parts = handle.createQuery(
                        "select part from delivery_part where delivery = :delivery and file = :file order by part")
                .bind("delivery", delivery)
                .bind("file", file)
                .mapTo(Integer.class)
                .list();
        for (int part : parts) {
            out.write(handle.createQuery("select content from delivery_part"
                            + " where delivery = :delivery and file = :file and part = :part")
                    .bind("delivery", delivery)
                    .bind("file", file)
                    .bind("part", part)
                    .mapTo(byte[].class)
                    .one());
        }
    }
}
