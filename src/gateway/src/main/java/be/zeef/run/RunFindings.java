package be.zeef.run;

import be.zeef.route.Mailbox;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts and findings of one run while it goes on. Thread-safe. */
public final class RunFindings {

    private final Findings findings = new Findings();
    private final Map<String, Mailbox.Refused> refused = new TreeMap<>();
    private boolean complete = true;
    private long persons;
    private DecidedCounts decided = DecidedCounts.NONE;
    private DeliveredCounts delivered = DeliveredCounts.NONE;

    public synchronized void tell(Finding finding) {
        findings.add(finding);
    }

    public synchronized void tellAll(Report report) {
        report.findings().forEach(findings::add);
    }

    /** Something the run set out to do was not done; the run ends with exit code 1. */
    public synchronized void incomplete(Finding finding) {
        findings.add(finding);
        complete = false;
    }

    /** Told once at the end, however often the mailbox was watched. */
    public synchronized void refused(Mailbox.Refused files) {
        refused.merge(files.mailbox(), files, Mailbox.Refused::most);
    }

    public synchronized void persons(long count) {
        persons = count;
    }

    public synchronized void decided(DecidedCounts counts) {
        decided = counts;
    }

    public synchronized void delivered(DeliveredCounts counts) {
        delivered = counts;
    }

    /** What was left unread, and why people stay undetermined, before everything else: nothing else may push it out. */
    private List<Finding> told(String agreement) {
        Stream<Finding> names =
                refused.values().stream().map(Mailbox.Refused::finding).flatMap(Optional::stream);
        Stream<Finding> causes = new TreeMap<>(decided.causes())
                .entrySet().stream()
                        .map(each -> Finding.warning(
                                each.getKey().code(),
                                Location.WHOLE,
                                each.getValue().toString()));
        return Stream.of(names, causes, findings.report(agreement).findings().stream())
                .flatMap(told -> told)
                .toList();
    }

    public synchronized SyncReport report(String agreement, LocalDate on, double seconds) {
        return new SyncReport(
                agreement,
                on,
                persons,
                decided.subjects(),
                decided.eligible(),
                decided.notEligible(),
                decided.undetermined(),
                causes(),
                decided.granted(),
                decided.already(),
                decided.noLongerEligible(),
                delivered.lines(),
                delivered.name(),
                delivered.receipt(),
                delivered.refused(),
                complete,
                complete && decided.undetermined() == 0,
                seconds,
                told(agreement));
    }

    /** In the order in which they are to be looked at. */
    private Map<String, Long> causes() {
        Map<String, Long> counts = new LinkedHashMap<>();
        new TreeMap<>(decided.causes()).forEach((cause, count) -> counts.put(cause.word(), count));
        return counts;
    }
}
