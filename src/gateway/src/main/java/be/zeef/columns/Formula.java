package be.zeef.columns;

/**
 * Text that a spreadsheet would run instead of show (OWASP, CSV injection). It is refused and never altered: a value with
 * a quote before it would be another value.
 */
final class Formula {

    private Formula() {}

    static boolean starts(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }
}
