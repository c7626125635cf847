package be.zeef.validation;

import java.util.stream.Stream;

/** A message was refused; the report says why and what to do. Its text holds nothing of the message. */
public final class InvalidMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Report report;

    public InvalidMessageException(Report report) {
        super(report.subject() + " was refused: " + codes(report).toList());
        this.report = report;
    }

    /**
     * For one reason.
     *
     * @param subject what was refused
     */
    public static InvalidMessageException of(String subject, Finding reason) {
        Findings findings = new Findings();
        findings.add(reason);
        return new InvalidMessageException(findings.report(subject));
    }

    private static Stream<String> codes(Report report) {
        return report.findings().stream()
                .filter(f -> f.severity().refuses())
                .map(Finding::code)
                .distinct();
    }

    /** Those of the findings that refuse it, each once. */
    public Stream<String> codes() {
        return codes(report);
    }

    public Report report() {
        return report;
    }
}
