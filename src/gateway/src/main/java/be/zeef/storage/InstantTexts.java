package be.zeef.storage;

/**
 * Sorts and compares instants in SQL. They stand in columns as ISO 8601 writes them, with no more decimals of a second than they
 * need: as texts half past a second comes before the second, since a point sorts before the Z at the end. Without that Z the order
 * of the texts is that of time.
 */
public final class InstantTexts {

    private InstantTexts() {}

    /**
     * What to sort or to compare by.
     *
     * @param column of instants, or a parameter of that type; a word of ours
     */
    public static String inTime(String column) {
        return "trim(trailing 'Z' from " + column + ")";
    }
}
