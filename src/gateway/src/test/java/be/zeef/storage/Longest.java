package be.zeef.storage;

import org.jdbi.v3.core.Handle;

/** Texts as long as a column holds: what the table promises to keep whole. */
public final class Longest {

    private Longest() {}

    /** @return that many times the letter x */
    public static String of(Handle handle, String table, String column) {
        return "x"
                .repeat(handle.select(
                                "select character_maximum_length from information_schema.columns where lower(table_schema) = 'public'"
                                        + " and lower(table_name) = ? and lower(column_name) = ?",
                                table,
                                column)
                        .mapTo(Integer.class)
                        .one());
    }
}
