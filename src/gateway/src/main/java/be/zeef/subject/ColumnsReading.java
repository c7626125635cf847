package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the columns that go along, of those lines that name whom something is given to. A text that is not agreed is told by line and
 * field, and never used; its person is remembered, so that nothing is told of them that may be wrong.
 */
final class ColumnsReading {

    /** As many different lines of columns as two bytes can name: what has more is nobody's zone or way, and is refused. */
    private static final int MOST = 0xFFFF;

    private final List<PopulationColumn> agreed;
    private final List<Map<String, String>> table = new ArrayList<>(List.of(Map.of()));
    private final Map<Map<String, String>, Character> places = new HashMap<>(Map.of(Map.of(), (char) 0));
    /** By the texts as they stand, so that a line that was met before costs one look. */
    private final Map<String, Character> met = new HashMap<>();

    private final BitSet unknown = new BitSet();
    private List<Optional<PopulationColumn>> columns = List.of();
    private char[] rows = {};

    /** @param agreed those that the agreement lets go along, of which the extract may have some */
    ColumnsReading(List<PopulationColumn> agreed) {
        this.agreed = agreed;
    }

    /** Which of them the extract has, in its order. */
    void columns(List<String> headers, int people) {
        columns = headers.stream().map(this::agreed).toList();
        rows = new char[columns.isEmpty() ? 0 : people];
    }

    /** Empty for one that goes along under another benefit only. */
    private Optional<PopulationColumn> agreed(String header) {
        return agreed.stream().filter(each -> each.column().equals(header)).findFirst();
    }

    /** Whether the extract has any. */
    boolean any() {
        return !columns.isEmpty();
    }

    /**
     * Reads those of one line.
     *
     * @param texts all that stands behind the other fields, with semicolons between
     * @throws InvalidMessageException when more different ones occur than a column of few values can have
     */
    void read(String texts, int place, int number, Findings findings, Extract extract) {
        Character row = met.get(texts);
        if (row == null) {
            Optional<Map<String, String>> told = told(texts, number, findings);
            if (told.isEmpty()) {
                unknown.set(place);
                return;
            }
            row = row(told.get(), findings, extract);
            met.put(texts, row);
        }
        rows[place] = row;
    }

    private char row(Map<String, String> told, Findings findings, Extract extract) {
        Character known = places.get(told);
        if (known != null) {
            return known;
        }
        if (table.size() > MOST) {
            findings.add(Finding.fatal(
                    "population.column-too-many",
                    Location.line(1),
                    columns.stream()
                            .flatMap(Optional::stream)
                            .map(PopulationColumn::column)
                            .collect(Collectors.joining(", "))));
            throw new InvalidMessageException(findings.report(extract.name()));
        }
        table.add(told);
        places.put(told, (char) (table.size() - 1));
        return (char) (table.size() - 1);
    }

    private Optional<Map<String, String>> told(String texts, int number, Findings findings) {
        String[] fields = texts.split(";", -1);
        Map<String, String> all = new LinkedHashMap<>();
        boolean good = true;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isEmpty()) {
                continue;
            }
            PopulationColumn column = columns.get(i).get();
            String text = fields[i].strip();
            Optional<String> told = column.told(text);
            told.ifPresent(value -> all.put(column.name(), value));
            if (!text.isEmpty() && told.isEmpty()) {
                findings.add(Finding.error(
                        "population.column-value",
                        Location.field(number, column.column()),
                        column.column(),
                        column.name()));
                good = false;
            }
        }
        return good ? Optional.of(Map.copyOf(all)) : Optional.empty();
    }

    ColumnsTold told() {
        return new ColumnsTold(rows, List.copyOf(table), unknown);
    }
}
