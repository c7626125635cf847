package be.zeef.sandbox.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The lines of one delivery as they are read, counted per value. */
public final class LinesCounted {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final Predicate<Line> sound;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Long> perValue = new TreeMap<>();

    /** @param sound what a line must be besides having an id, somebody and something */
    public LinesCounted(Predicate<Line> sound) {
        this.sound = sound;
    }

    /** False when this is no line. */
    public boolean add(Line line) {
        lines.add(line);
        perValue.merge(line.value(), 1L, Long::sum);
        return ID.matcher(line.id()).matches()
                && !line.key().isEmpty()
                && !line.value().isEmpty()
                && sound.test(line);
    }

    /** The delivery, if these are its totals. */
    public Opened against(long total, Map<String, Long> told) {
        return total == lines.size() && told.equals(perValue) ? Opened.of(lines) : Opened.refused("TOTALS");
    }

    /** The delivery, if this is the T record of its lines. */
    public Opened against(String record) {
        StringBuilder counted = new StringBuilder("T;" + lines.size());
        perValue.forEach(
                (value, count) -> counted.append(';').append(value).append('=').append(count));
        return record.contentEquals(counted) ? Opened.of(lines) : Opened.refused("TOTALS");
    }
}
