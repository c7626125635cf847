package be.zeef.sandbox.delivery;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a delivery of bare rows with the head beside it, which gives each row its id and all of them their totals. The
 * head's format is ours (assumed: true).
 *
 * @param keyName what the column map calls whom a row is about
 * @param otherKey what it calls the other key that a row may have instead; empty where there is none
 * @param valueName what it calls what is granted
 * @param onlyValue what is granted where no column says so; empty when one must
 */
public record RowsReader(ColumnsAccepted columns, String keyName, String otherKey, String valueName, String onlyValue) {

    private static final Pattern HEAD = Pattern.compile("H;1;[^;]+;\\d{4};\\d{1,5};\\d{4}-\\d\\d-\\d\\d;[^;]+");

    /** Whose rows have one kind of key. */
    public RowsReader(ColumnsAccepted columns, String keyName, String valueName, String onlyValue) {
        this(columns, keyName, "", valueName, onlyValue);
    }

    public Opened read(byte[] content, byte[] head) {
        String[] records = new String(head, StandardCharsets.UTF_8).split("\n", -1);
        int ids = records.length - 4; // H, F, the lines, T, and the end of the text
        if (ids < 0 || !records[ids + 3].isEmpty() || !HEAD.matcher(records[0]).matches()) {
            return Opened.refused("FORMAT");
        }
        LinesCounted lines = new LinesCounted(RowsReader::sound);
        try {
            List<Map<String, String>> rows = columns.rows(content);
            if (rows.size() != ids) {
                return Opened.refused("TOTALS");
            }
            for (int i = 0; i < ids; i++) {
                String id = records[i + 2].replaceFirst("^L;", "");
                Map<String, String> row = rows.get(i);
                if (!row.getOrDefault("id", id).equals(id) || !lines.add(line(id, row))) {
                    return Opened.refused("FORMAT");
                }
            }
        } catch (ColumnsAccepted.NoRowException e) {
            return Opened.refused("FORMAT");
        }
        return lines.against(records[ids + 2]);
    }

    private Line line(String id, Map<String, String> row) {
        return new Line(
                id,
                key(row.getOrDefault(keyName, ""), otherKey, row.getOrDefault(otherKey, "")),
                row.getOrDefault(valueName, onlyValue),
                row.getOrDefault("from", ""),
                row.getOrDefault("until", ""));
    }

    /**
     * The one key that a line has, told from the other kind by its name; no key where it has both.
     *
     * @param other the key of the other kind
     */
    public static String key(String first, String otherKey, String other) {
        if (other.isEmpty()) {
            return first;
        }
        return first.isEmpty() ? otherKey + "/" + other : "";
    }

    /** Whether the line is granted for days that come one after the other. */
    public static boolean sound(Line line) {
        try {
            return !LocalDate.parse(line.from()).isAfter(LocalDate.parse(line.until()));
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }
}
