package be.zeef.ledger.row;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that writes rows which the ledger vouches for.
 *
 * @param deletes whether it takes rows away
 * @param condition what follows on the table's name
 */
record RowWrite(VouchedTable table, boolean deletes, String condition) {

    private static final Pattern WRITE = Pattern.compile(
            "\\s*(insert\\s+into|update|delete\\s+from)\\s+(\\w+)(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** One column, which is not vouched for. */
    private static final Pattern SETS_ONE =
            Pattern.compile("\\s+set\\s+(\\w+)\\s*=\\s*\\?\\s+where\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int MOST_KNOWN = 1000;
    private static final Map<String, Optional<RowWrite>> KNOWN = new ConcurrentHashMap<>();

    /** @param sql with its parameters as question marks */
    static Optional<RowWrite> of(String sql) {
        if (KNOWN.size() > MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(sql, RowWrite::read);
    }

    private static Optional<RowWrite> read(String sql) {
        Matcher write = WRITE.matcher(sql);
        if (!write.matches()) {
            return Optional.empty();
        }
        boolean deletes = write.group(1).toLowerCase(Locale.ROOT).startsWith("delete");
        return VouchedTable.of(write.group(2))
                .filter(table -> !leaves(table, write.group(3)))
                .map(table -> new RowWrite(table, deletes, write.group(3)));
    }

    private static boolean leaves(VouchedTable table, String rest) {
        Matcher sets = SETS_ONE.matcher(rest);
        return sets.matches() && table.left().contains(sets.group(1).toLowerCase(Locale.ROOT));
    }

    /** Reads what it is about to take away. */
    String selects() {
        return "select * from " + table.table() + condition;
    }
}
