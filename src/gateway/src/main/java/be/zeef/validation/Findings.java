package be.zeef.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Collects findings while a message is read. Keeps the first {@value #KEPT} and counts the rest, so a file of millions
 * of bad lines is told in constant memory. Not thread-safe.
 */
public final class Findings {

    /** How many findings are kept in full. */
    public static final int KEPT = 1000;

    private final List<Finding> kept = new ArrayList<>();
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);

    public void add(Finding finding) {
        counts.merge(finding.severity(), 1L, Long::sum);
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    public long count(Severity severity) {
        return counts.getOrDefault(severity, 0L);
    }

    /** Whether anything so far refuses the message. */
    public boolean refused() {
        return count(Severity.FATAL) + count(Severity.ERROR) > 0;
    }

    /** The report on the message of this name. */
    public Report report(String subject) {
        return new Report(subject, kept, counts);
    }
}
