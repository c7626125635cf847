package be.zeef.route;

import java.util.regex.Pattern;

/**
 * What a file in a mailbox may be called: 1 to {@value #LONGEST} ASCII letters, digits, {@code .}, {@code _} and {@code -},
 * not beginning with a dot. A name is given by whoever writes into a partner's folder, and it is data: it is held against
 * this before any other use. No such name can be an option, an expression, a path, a pattern or a line of a log
 * (docs/adr/0012). Names that differ in case only are different names.
 */
public final class FileName {

    /** Characters of the longest name. */
    public static final int LONGEST = 120;

    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}");

    private FileName() {}

    public static boolean accepts(String name) {
        return ACCEPTED.matcher(name).matches();
    }

    /**
     * The same name.
     *
     * @throws IllegalArgumentException when it is not accepted; its text does not repeat the name
     */
    public static String require(String name) {
        if (!accepts(name)) {
            throw new IllegalArgumentException("A file may not be called that: 1 to " + LONGEST
                    + " letters, digits, '.', '_' and '-', not beginning with a dot.");
        }
        return name;
    }
}
