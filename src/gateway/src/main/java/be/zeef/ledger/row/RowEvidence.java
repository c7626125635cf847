package be.zeef.ledger.row;

import be.zeef.ledger.Recorded;
import be.zeef.ledger.row.VouchedRows.Line;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Whether everything that grants, pays, inscribes or delivers stands as the ledger says, no more and no less. Memory does not grow with
 * the rows.
 */
public final class RowEvidence {

    /** Named of each table; how many more there are is said. */
    private static final int MOST_NAMED = 20;

    private final Jdbi jdbi;

    public RowEvidence(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What was changed since, in words; empty when nothing was. */
    public List<String> breaks() {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, RowEvidence::breaks);
    }

    /** The same within a transaction that sees one moment. */
    static List<String> breaks(Handle handle) {
        List<String> breaks = new ArrayList<>();
        lines(handle, breaks);
        for (VouchedTable table : VouchedTable.values()) {
            new Table(handle, table).look(breaks);
        }
        return breaks;
    }

    /** The digests of rows are those that their entries say. */
    private static void lines(Handle handle, List<String> breaks) {
        try (var all = VouchedRows.all(handle)) {
            Groups lines = new Groups(all);
            Recorded.rowsWritten(handle, entry -> {
                while (lines.hasNext() && lines.entry() < entry.entry()) {
                    added(lines.next(), breaks);
                }
                List<Line> own = lines.hasNext() && lines.entry() == entry.entry() ? lines.next() : List.of();
                if (!VouchedRows.digestOf(own)
                        .equals(entry.body().path("digest").asText())) {
                    breaks.add("what entry " + entry.entry() + " says of rows is not what was recorded");
                }
            });
            while (lines.hasNext()) {
                added(lines.next(), breaks);
            }
        }
    }

    private static void added(List<Line> lines, List<String> breaks) {
        breaks.add("what entry " + lines.get(0).entry() + " says of rows was never recorded");
    }

    /** Lines of one entry at a time. */
    private static final class Groups {

        private final Iterator<Line> lines;
        private Line next;

        Groups(Iterator<Line> lines) {
            this.lines = lines;
            step();
        }

        boolean hasNext() {
            return next != null;
        }

        long entry() {
            return next.entry();
        }

        List<Line> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            List<Line> group = new ArrayList<>();
            long entry = next.entry();
            while (next != null && next.entry() == entry) {
                group.add(next);
                step();
            }
            return group;
        }

        private void step() {
            next = lines.hasNext() ? lines.next() : null;
        }
    }

    /** One table against what its lines say last. */
    private static final class Table {

        private static final String LAST = "last_hash";

        private final Handle handle;
        private final VouchedTable table;
        private final List<String> named = new ArrayList<>();
        private long unnamed;
        /** Rows that should be there, and are: each once. */
        private long there;

        Table(Handle handle, VouchedTable table) {
            this.handle = handle;
            this.table = table;
        }

        /** @param last what it was recorded as; null of one that never was */
        private record Found(Row row, String last) {}

        void look(List<String> breaks) {
            String rows =
                    "select t.*, " + VouchedRows.lastHash(table) + " as " + LAST + " from " + table.table() + " t";
            handle.createQuery(rows)
                    .setFetchSize(VouchedRows.FETCHED)
                    .map((row, context) -> new Found(Row.of(table, row), row.getString(LAST)))
                    .useIterator(all -> all.forEachRemaining(this::look));
            several();
            if (there < VouchedRows.standing(handle, table)) {
                missing();
            }
            breaks.addAll(named);
            if (unnamed > 0) {
                breaks.add("so do " + unnamed + " more of " + table.table());
            }
        }

        private void look(Found found) {
            if (found.last == null) {
                name(found.row.key(), "was never recorded");
            } else if (found.last.equals(Row.GONE)) {
                name(found.row.key(), "was recorded as taken away, and is there");
            } else {
                there++;
                if (!found.last.equals(found.row.hash())) {
                    name(found.row.key(), "is not as it was recorded");
                }
            }
        }

        /** Who may alter the table can take away what keeps its keys apart, and the second of a row would stand for one that is missing. */
        private void several() {
            String keys = table.keys().stream().map("t."::concat).collect(Collectors.joining(", "));
            handle.createQuery("select " + table.keyIn("t") + ", count(*) from " + table.table() + " t group by " + keys
                            + " having count(*) > 1")
                    .setFetchSize(VouchedRows.FETCHED)
                    .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                    .useIterator(all -> all.forEachRemaining(several -> {
                        there -= several.getValue() - 1;
                        name(several.getKey(), "is there " + several.getValue() + " times");
                    }));
        }

        private void missing() {
            try (var keys = VouchedRows.keysStanding(handle, table)) {
                while (keys.hasNext()) {
                    String key = keys.next();
                    if (table.parts(key).filter(this::stands).isEmpty()) {
                        name(key, "was taken away");
                    }
                }
            }
        }

        private boolean stands(List<Object> key) {
            Query query = handle.createQuery("select count(*) from " + table.table() + " where " + table.keyIs());
            for (int i = 0; i < key.size(); i++) {
                query.bind(i, key.get(i));
            }
            return query.mapTo(Long.class).one() > 0;
        }

        private void name(String key, String what) {
            if (named.size() < MOST_NAMED) {
                named.add("the " + table.word() + " " + key + " " + what);
            } else {
                unnamed++;
            }
        }
    }
}
