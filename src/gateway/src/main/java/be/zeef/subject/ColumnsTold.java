package be.zeef.subject;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * What leaves of the columns that the agreement lets go along, by a person's place: two bytes a person, for few different lines
 * of them occur. Immutable once read.
 */
public final class ColumnsTold {

    private final char[] rows;
    private final List<Map<String, String>> table;
    private final BitSet unknown;

    /**
     * @param rows by place which of the table; empty where the population has none of the columns
     * @param table each different one once, the first of them empty
     * @param unknown the places of those of whom a column holds what is not agreed
     */
    ColumnsTold(char[] rows, List<Map<String, String>> table, BitSet unknown) {
        this.rows = rows;
        this.table = table;
        this.unknown = unknown;
    }

    /** By what each column is called where it leaves; without those of which the population says nothing. */
    public Map<String, String> of(int place) {
        return rows.length == 0 ? Map.of() : table.get(rows[place]);
    }

    /** Whether a column of this person's line holds what the agreement does not let go along, so that nobody knows what to tell. */
    public boolean unknown(int place) {
        return unknown.get(place);
    }
}
