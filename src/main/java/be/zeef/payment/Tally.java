package be.zeef.payment;

import be.zeef.validation.Finding;
import be.zeef.validation.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What there is to tell at the end. Thread-safe. */
final class Tally {

    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private long premiums;
    private boolean complete = true;

    synchronized void tell(Finding finding) {
        findings.add(finding);
    }

    synchronized void tellAll(Report report) {
        findings.addAll(report.findings());
    }

    /** Tells what kept the run from being complete. */
    synchronized void incomplete(Finding finding) {
        findings.add(finding);
        complete = false;
    }

    /** A file of VUTG's was taken in: its id, and how many children are newly granted the premium by it. */
    synchronized void taken(String file, long granted) {
        taken.add(file);
        premiums += granted;
    }

    synchronized Set<String> taken() {
        return Set.copyOf(taken);
    }

    synchronized long premiums() {
        return premiums;
    }

    synchronized boolean complete() {
        return complete;
    }

    synchronized List<Finding> findings() {
        return List.copyOf(findings);
    }
}
