package be.zeef.ledger;

import be.zeef.validation.Report;

/**
 * Nothing goes on under an agreement: a data-protection officer suspended or revoked it. Not a refusal of a message, which who reads
 * messages would take for a bad answer and go on; this one stops whatever is under way, which can be gone on with when it is resumed.
 */
public final class HaltedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Report report;

    /** @param report says who halted it, and what to do */
    public HaltedException(Report report) {
        super(report.subject() + " is halted");
        this.report = report;
    }

    public Report report() {
        return report;
    }
}
