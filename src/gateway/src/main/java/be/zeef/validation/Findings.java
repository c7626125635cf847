package be.zeef.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Collects findings while a message is read. Keeps the first {@value #KEPT} of those that have a place in it, as many about
 * the whole, and whatever is fatal; counts the rest, so a file of millions of bad lines is told in constant memory and never
 * hides why it was refused. Not thread-safe.
 */
public final class Findings {

    /** How many findings are kept in full, of lines and of the whole each. */
    public static final int KEPT = 1000;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    private int ofWhole;
    private int ofPlaces;
    private long dropped;

    public void add(Finding finding) {
        counts.merge(finding.severity(), 1L, Long::sum);
        int before = finding.location().equals(Location.WHOLE) ? ofWhole++ : ofPlaces++;
        if (before < KEPT || finding.severity() == Severity.FATAL) {
            kept.add(finding);
        } else {
            dropped++;
        }
    }

    public long count(Severity severity) {
        return counts.getOrDefault(severity, 0L);
    }

    /** Whether anything so far refuses the message. */
    public boolean refused() {
        return count(Severity.FATAL) + count(Severity.ERROR) > 0;
    }

    /** The report on the message of this name; where findings were only counted, its last one tells how many. */
    public Report report(String subject) {
        if (dropped == 0) {
            return new Report(subject, kept, counts);
        }
        List<Finding> told = new ArrayList<>(kept);
        told.add(Finding.warning("report.dropped", Location.WHOLE, Long.toString(dropped)));
        Map<Severity, Long> all = new EnumMap<>(counts);
        all.merge(Severity.WARNING, 1L, Long::sum);
        return new Report(subject, told, all);
    }
}
