package be.zeef.source.groeipakket;

import be.zeef.security.reading.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The column contract: the names of each record's fields, in order; the first is the mark that the record begins with. */
record RecordColumns(boolean assumed, List<String> head, List<String> row, List<String> totals) {

    private static final List<String> HEAD = List.of("version", "file", "month", "created", "municipality");
    private static final List<String> ROW = List.of(
            "id",
            "kind",
            "child",
            "born",
            "granted",
            "supplement",
            "nis",
            "postcode",
            "insz1",
            "name1",
            "iban1",
            "insz2",
            "name2",
            "iban2");

    RecordColumns {
        require(head.containsAll(HEAD) && row.containsAll(ROW) && totals.contains("lines"));
        head = List.copyOf(head);
        row = List.copyOf(row);
        totals = List.copyOf(totals);
    }

    /** @throws IllegalArgumentException when a column that is read is not named */
    static RecordColumns read(Path file) {
        try {
            return Yaml.value(file, RecordColumns.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is no column contract: " + e.getMessage(), e);
        }
    }

    private static void require(boolean named) {
        if (!named) {
            throw new IllegalArgumentException("the column contract does not name every column that is read");
        }
    }
}
