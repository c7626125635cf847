package be.zeef.sandbox.delivery;

/**
 * One line as read.
 *
 * @param key whom it grants to
 * @param from first day, or year where a recipient knows years only
 * @param until last day, or year
 */
public record Line(String id, String key, String value, String from, String until) {
    @Override
    public String toString() {
        return "Line";
    }
}
