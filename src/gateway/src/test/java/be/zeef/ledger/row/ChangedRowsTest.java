package be.zeef.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.HandleConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each bit that is changed in any column of any vouched row, each row that is taken away or put in, and each change of what the ledger's
 * lines say of them is found, and the row is named. {@code -Dzeef.ledger.rows=2} tries it on that many rows of each table, and on all lines.
 */
class ChangedRowsTest {

    private static final int ROWS = Integer.getInteger("zeef.ledger.rows", 1);
    private static final int LINES = ROWS > 1 ? Integer.MAX_VALUE : 2;
    private static final int BITS_OF_A_LETTER = 7;
    private static final int BITS_OF_A_DAY = 12;

    @TempDir
    Path folder;

    private VouchedTown town;

    @BeforeEach
    void fill() {
        Settings.Database database = TestDatabase.H2.at(folder);
        town = new VouchedTown(database, Storage.open(database, Clock.systemUTC()));
        town.fill(ROWS);
        assertThat(town.breaks()).isEmpty();
        town.tampering().useHandle(handle -> handle.execute("set referential_integrity false"));
    }

    @AfterEach
    void close() {
        town.close();
    }

    /** A value in a column, and the others it may be changed to. */
    private record Cell(String column, List<Object> changed) {}

    @Test
    void everyBitOfEveryColumn() {
        for (VouchedTable table : VouchedTable.values()) {
            String key = String.join(" || '|' || ", table.keys());
            for (String row : texts("select " + key + " from " + table.table())) {
                for (Cell cell : cells(table, key, row)) {
                    cell.changed.forEach(changed -> assertThat(after(handle -> handle.execute(
                                    "update " + table.table() + " set " + cell.column + " = ? where " + key + " = ?",
                                    changed,
                                    row)))
                            .as("%s.%s of %s", table, cell.column, row)
                            .anyMatch(said -> said.startsWith("the " + table.word() + " " + row + " ")
                                    || (table.keys().contains(cell.column)
                                            && said.equals("the " + table.word() + " " + row + " was taken away"))));
                }
            }
        }
    }

    @Test
    void everyRowThatIsTakenAway() {
        for (VouchedTable table : VouchedTable.values()) {
            String key = String.join(" || '|' || ", table.keys());
            for (String row : texts("select " + key + " from " + table.table())) {
                assertThat(after(handle ->
                                handle.execute("delete from " + table.table() + " where " + key + " = ?", row)))
                        .containsExactly("the " + table.word() + " " + row + " was taken away");
            }
        }
    }

    @Test
    void everyRowThatIsPutIn() {
        assertThat(after(handle -> {
                    for (VouchedTable table : VouchedTable.values()) {
                        handle.execute("delete from " + table.table());
                    }
                    town.fill(handle, ROWS + 1);
                }))
                .hasSize(VouchedTable.values().length)
                .allMatch(each -> each.matches(".*\\b\\w?" + (ROWS + 1) + "(\\|OBJECTION)? was never recorded"));
    }

    /** What was taken away by Zeef, and is there again. */
    @Test
    void aRowThatComesBack() {
        town.jdbi().useTransaction(handle -> handle.execute("delete from premium where child = '1'"));
        assertThat(town.breaks()).isEmpty();
        assertThat(after(handle -> handle.execute("insert into premium (agreement, child, allowance, cents, shares)"
                        + " values ('births', '1', 'a1', 1, 2)")))
                .containsExactly("the premium births|1 was recorded as taken away, and is there");
    }

    @Test
    void everyChangeOfALine() {
        for (String line : texts("select table_name || '/' || row_key from vouched_row order by 1 fetch first " + LINES
                + " rows only")) {
            String where = " where table_name || '/' || row_key = ?";
            assertThat(after(handle -> handle.execute("delete from vouched_row" + where, line)))
                    .isNotEmpty();
            for (String column : List.of("table_name", "row_key", "hash")) {
                String value = texts("select " + column + " from vouched_row where table_name || '/' || row_key = '"
                                + line + "'")
                        .get(0);
                for (Object changed : bits(value)) {
                    assertThat(after(handle ->
                                    handle.execute("update vouched_row set " + column + " = ?" + where, changed, line)))
                            .as("%s of %s", column, line)
                            .anyMatch(said -> said.contains("says of rows is not what was recorded"));
                }
            }
            for (int bit = 0; bit < Long.SIZE; bit++) {
                long flip = 1L << bit;
                assertThat(after(handle -> handle.execute(
                                "update vouched_row set entry = bitxor(entry, cast(? as bigint))" + where, flip, line)))
                        .as("entry of %s", line)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void aLineThatNoEntryKnows() {
        assertThat(
                        after(
                                handle -> handle.execute(
                                        "insert into vouched_row (table_name, row_key, entry, hash) values ('payment', 'P9', 77, 'ab')")))
                .contains("what entry 77 says of rows was never recorded", "the payment P9 was taken away");
    }

    /** Of many only some are named, and the others counted. */
    @Test
    void manyAtOnce() {
        town.jdbi()
                .useTransaction(
                        handle -> handle.execute(
                                "insert into premium (agreement, child, allowance, cents, shares)"
                                        + " select 'more', cast(x as varchar(64)), cast(x as varchar(64)), 1, 1 from system_range(1, 100)"));
        assertThat(town.breaks()).isEmpty();
        assertThat(after(handle -> handle.execute("update premium set cents = 2 where agreement = 'more'")))
                .hasSize(21)
                .last()
                .isEqualTo("so do 80 more of premium");
    }

    private List<String> after(HandleConsumer<RuntimeException> tampering) {
        return town.tampering().withHandle(handle -> {
            handle.begin();
            try {
                tampering.useHandle(handle);
                return RowEvidence.breaks(handle);
            } finally {
                handle.rollback();
            }
        });
    }

    private List<String> texts(String query) {
        return town.tampering()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    private List<Cell> cells(VouchedTable table, String key, String row) {
        return town.tampering()
                .withHandle(handle -> handle.createQuery("select * from " + table.table() + " where " + key + " = :row")
                        .bind("row", row)
                        .map((result, context) -> cells(table, result))
                        .one());
    }

    private static List<Cell> cells(VouchedTable table, ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<Cell> cells = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String column = columns.getColumnName(i).toLowerCase(Locale.ROOT);
            if (!table.left().contains(column)) {
                List<Object> changed =
                        switch (columns.getColumnType(i)) {
                            case Types.INTEGER -> bits(row.getInt(i), Integer.SIZE);
                            case Types.BIGINT -> bits(row.getLong(i), Long.SIZE);
                            case Types.DATE -> bits(row.getObject(i, LocalDate.class));
                            case Types.VARBINARY, Types.BLOB -> bits(row.getBytes(i));
                            default -> bits(row.getString(i));
                        };
                if (columns.isNullable(i) == ResultSetMetaData.columnNullable) {
                    changed.add(null);
                }
                cells.add(new Cell(column, changed));
            }
        }
        return cells;
    }

    private static List<Object> bits(String value) {
        List<Object> all = new ArrayList<>();
        for (int bit = 0; bit < value.length() * BITS_OF_A_LETTER; bit++) {
            StringBuilder changed = new StringBuilder(value);
            int place = bit / BITS_OF_A_LETTER;
            changed.setCharAt(place, (char) (value.charAt(place) ^ (1 << bit % BITS_OF_A_LETTER)));
            all.add(changed.toString());
        }
        return all;
    }

    private static List<Object> bits(byte[] value) {
        List<Object> all = new ArrayList<>();
        for (int bit = 0; bit < value.length * Byte.SIZE; bit++) {
            byte[] changed = value.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            all.add(changed);
        }
        return all;
    }

    /** The highest bit of an integer is its sign. */
    private static List<Object> bits(long value, int size) {
        List<Object> all = new ArrayList<>();
        for (int bit = 0; bit < size; bit++) {
            long changed = value ^ (1L << bit);
            all.add(size == Integer.SIZE ? (Object) (int) changed : changed);
        }
        return all;
    }

    private static List<Object> bits(LocalDate value) {
        List<Object> all = new ArrayList<>();
        for (int bit = 0; bit < BITS_OF_A_DAY; bit++) {
            all.add(Date.valueOf(LocalDate.ofEpochDay(value.toEpochDay() ^ (1L << bit))));
        }
        return all;
    }
}
