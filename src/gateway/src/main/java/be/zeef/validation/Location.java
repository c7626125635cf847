package be.zeef.validation;

/**
 * Where in a message a finding stands.
 *
 * @param line 1-based, 0 when unknown
 * @param column 1-based, 0 when unknown
 * @param path an XPath, a JSON pointer or a field name; empty when unknown. It never holds a value of the message.
 */
public record Location(int line, int column, String path) {

    /** No place can be named: the finding is about the message as a whole. */
    public static final Location WHOLE = new Location(0, 0, "");

    public static Location line(int line) {
        return new Location(line, 0, "");
    }

    public static Location field(int line, String field) {
        return new Location(line, 0, field);
    }

    public static Location path(String path) {
        return new Location(0, 0, path);
    }

    @Override
    public String toString() {
        String place = line == 0 ? "" : column == 0 ? "line " + line : "line " + line + ", column " + column;
        return place.isEmpty() || path.isEmpty() ? place + path : place + ", " + path;
    }
}
