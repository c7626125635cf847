package be.zeef.ledger.row;

import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.RowsWritten;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;

/**
 * The vouched rows that one handle's transaction has written so far, each as it was written last. They become entries of the ledger when
 * it commits, or before when they are many.
 */
final class WrittenRows {

    /** Lines of one entry; memory holds no more. */
    private static final int MOST = 5000;

    private final Handle handle;
    private final Ledger ledger;
    private final Map<Key, Row> rows = new LinkedHashMap<>();

    WrittenRows(Handle handle, Ledger ledger) {
        this.handle = handle;
        this.ledger = ledger;
    }

    private record Key(VouchedTable table, String key) {}

    /** Where the statements of a handle find them. */
    public static final class OfHandle implements JdbiConfig<OfHandle> {

        private WrittenRows rows;

        WrittenRows rows() {
            return rows;
        }

        void set(WrittenRows own) {
            rows = own;
        }

        @Override
        public OfHandle createCopy() {
            OfHandle copy = new OfHandle();
            copy.rows = rows;
            return copy;
        }
    }

    void add(Row row) {
        add(row, false);
    }

    /** @param found as in {@link #flush} */
    void add(Row row, boolean found) {
        rows.put(new Key(row.table(), row.key()), row);
        if (rows.size() >= MOST) {
            flush(found);
        }
    }

    /** Of a transaction that is rolled back, or of one before. */
    void forget() {
        rows.clear();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * Writes their entries, one for each agreement.
     *
     * @param found whether they had been written before the ledger vouched for rows
     */
    void flush(boolean found) {
        Map<String, List<Row>> byAgreement = rows.values().stream()
                .collect(Collectors.groupingBy(Row::agreement, TreeMap::new, Collectors.toList()));
        rows.clear();
        byAgreement.forEach((agreement, all) -> write(agreement, VouchedRows.sorted(all), found));
    }

    private void write(String agreement, List<Row> all, boolean found) {
        Map<String, Integer> counts = new TreeMap<>();
        all.forEach(row -> counts.merge(row.table().table(), 1, Integer::sum));
        long entry = ledger.append(handle, agreement, 0, new RowsWritten(counts, VouchedRows.digest(all), found));
        VouchedRows.add(handle, entry, all);
    }
}
