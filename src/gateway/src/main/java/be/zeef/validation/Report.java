package be.zeef.validation;

import java.util.List;
import java.util.Map;

/**
 * What validation has to say about one message, file or agreement.
 *
 * @param subject the name of what was read: a file name or the name of an exchange, never personal data
 * @param findings what {@link Findings} keeps of them, in the order they were met
 * @param counts how many of each severity there were in all
 */
public record Report(String subject, List<Finding> findings, Map<Severity, Long> counts) {

    public Report {
        findings = List.copyOf(findings);
        counts = Map.copyOf(counts);
    }

    /** Whether the message may be used: nothing fatal and no error. */
    public boolean acceptable() {
        return counts.keySet().stream().noneMatch(Severity::refuses);
    }

    public long count(Severity severity) {
        return counts.getOrDefault(severity, 0L);
    }
}
