package be.zeef.payment;

import be.zeef.route.Mailbox;
import be.zeef.validation.Finding;
import be.zeef.validation.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Collects what a run, a release or a look at the bank tells at its end, and what a run took in. Thread-safe. */
public final class PaymentTally {

    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Mailbox.Unread> unread = new TreeMap<>();
    private long premiums;
    private boolean complete = true;

    public synchronized void tell(Finding finding) {
        findings.add(finding);
    }

    public synchronized void tellAll(Report report) {
        findings.addAll(report.findings());
    }

    /** Tells what kept the run from being complete. */
    public synchronized void incomplete(Finding finding) {
        findings.add(finding);
        complete = false;
    }

    /** Told once, however often the mailbox was watched. */
    public synchronized void unread(Mailbox.Unread left) {
        unread.merge(left.mailbox(), left, Mailbox.Unread::and);
    }

    /** A file of VUTG's was taken in: its id, and how many children are newly granted the premium by it. */
    public synchronized void taken(String file, long granted) {
        taken.add(file);
        premiums += granted;
    }

    public synchronized Set<String> taken() {
        return Set.copyOf(taken);
    }

    public synchronized long premiums() {
        return premiums;
    }

    public synchronized boolean complete() {
        return complete;
    }

    public synchronized List<Finding> findings() {
        Stream<Finding> left =
                unread.values().stream().map(Mailbox.Unread::findings).flatMap(List::stream);
        return Stream.concat(left, findings.stream()).toList();
    }
}
