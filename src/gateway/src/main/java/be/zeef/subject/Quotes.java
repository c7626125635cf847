package be.zeef.subject;

/** Quotes around the fields of a CSV line (RFC 4180 §2.5–2.7). */
final class Quotes {

    private Quotes() {}

    /**
     * The line without the quotes around its fields. A line whose quotes do not pair, or that has a semicolon within them,
     * which no field of ours has, stays as it is: then its fields are refused one by one.
     */
    static String without(String line) {
        if (line.indexOf('"') < 0) {
            return line;
        }
        StringBuilder plain = new StringBuilder(line.length());
        int at = 0;
        while (at <= line.length()) {
            boolean quoted = at < line.length() && line.charAt(at) == '"';
            int end = quoted ? closing(line, at + 1, plain) : unquoted(line, at, plain);
            if (end < 0 || (end < line.length() && line.charAt(end) != ';')) {
                return line;
            }
            if (end < line.length()) {
                plain.append(';');
            }
            at = end + 1;
        }
        return plain.toString();
    }

    /** The place after the closing quote; negative when there is none, or a semicolon before it. */
    private static int closing(String line, int from, StringBuilder plain) {
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ';') {
                return -1;
            }
            if (c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                plain.append('"');
                i++;
            } else if (c == '"') {
                return i + 1;
            } else {
                plain.append(c);
            }
        }
        return -1;
    }

    private static int unquoted(String line, int from, StringBuilder plain) {
        int end = line.indexOf(';', from);
        int until = end < 0 ? line.length() : end;
        plain.append(line, from, until);
        return until;
    }
}
