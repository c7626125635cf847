package be.zeef.sync;

import be.zeef.route.Mailbox;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts and findings of one run while it goes on. Thread-safe. */
final class Tally {

    private final Findings findings = new Findings();
    private final Map<String, Mailbox.Refused> refused = new TreeMap<>();
    private boolean complete = true;
    private long persons;
    private Decided decided = new Decided(0, 0, 0, 0, 0, 0);
    private Delivered delivered = new Delivered("", 0, "none", 0);

    /** What the decision step counted. */
    record Decided(
            long eligible, long notEligible, long undetermined, long granted, long already, long noLongerEligible) {}

    /** What became of the delivery. */
    record Delivered(String name, long lines, String receipt, long refused) {}

    synchronized void tell(Finding finding) {
        findings.add(finding);
    }

    synchronized void tellAll(be.zeef.validation.Report report) {
        report.findings().forEach(findings::add);
    }

    /** Something the run set out to do was not done; the run ends with exit code 1. */
    synchronized void incomplete(Finding finding) {
        findings.add(finding);
        complete = false;
    }

    /** Told once at the end, however often the mailbox was watched. */
    synchronized void refused(Mailbox.Refused files) {
        refused.merge(files.mailbox(), files, Mailbox.Refused::most);
    }

    synchronized void persons(long count) {
        persons = count;
    }

    synchronized void decided(Decided counts) {
        decided = counts;
    }

    synchronized void delivered(Delivered state) {
        delivered = state;
    }

    /** What was left unread first: however much else is told, it is not left out. */
    private List<Finding> told(String agreement) {
        Stream<Finding> names =
                refused.values().stream().map(Mailbox.Refused::finding).flatMap(Optional::stream);
        return Stream.concat(names, findings.report(agreement).findings().stream())
                .toList();
    }

    synchronized SyncReport report(String agreement, LocalDate on, double seconds) {
        return new SyncReport(
                agreement,
                on,
                persons,
                decided.eligible + decided.notEligible + decided.undetermined,
                decided.eligible,
                decided.notEligible,
                decided.undetermined,
                decided.granted,
                decided.already,
                decided.noLongerEligible,
                delivered.lines,
                delivered.name,
                delivered.receipt,
                delivered.refused,
                complete,
                seconds,
                told(agreement));
    }
}
