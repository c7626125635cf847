package be.zeef.run;

import be.zeef.route.Mailbox;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts and findings of one run while it goes on. Thread-safe. */
public final class RunFindings {

    private final Findings findings = new Findings();
    private final Set<Finding> deciding = new LinkedHashSet<>();
    private final Map<String, Mailbox.Unread> unread = new TreeMap<>();
    private boolean done = true;
    private boolean open;
    private long persons;
    private long notAsked;
    private Map<String, Long> questions = Map.of();
    private DecidedCounts decided = DecidedCounts.NONE;
    private DeliveredCounts delivered = DeliveredCounts.NONE;

    /** What is told of refused lines of a population, before a run is begun and whenever one ends. */
    public static Optional<Finding> notAsked(long lines, String agreement) {
        return lines == 0
                ? Optional.empty()
                : Optional.of(Finding.error("sync.lines-not-asked", Location.WHOLE, Long.toString(lines), agreement));
    }

    public synchronized void tell(Finding finding) {
        findings.add(finding);
    }

    public synchronized void tellAll(Report report) {
        report.findings().forEach(findings::add);
    }

    /** Something the run set out to do was not done; the run ends with exit code 1. */
    public synchronized void incomplete(Finding finding) {
        deciding.add(finding);
        done = false;
    }

    /** All was done, and something is open that the recipient or a person must settle; the run ends with exit code 1. */
    public synchronized void open(Finding finding) {
        deciding.add(finding);
        open = true;
    }

    /** Grants that are not handed over, because somebody objected: they are left to people. */
    public synchronized void held(long grants, String benefit) {
        if (grants > 0) {
            open(Finding.warning("sync.objected-held", Location.WHOLE, Long.toString(grants), benefit));
        }
    }

    /** Told once at the end, however often the mailbox was watched. */
    public synchronized void unread(Mailbox.Unread left) {
        unread.merge(left.mailbox(), left, Mailbox.Unread::and);
    }

    /** The population as it was read now: how many people, and how many of its lines were refused. */
    public synchronized void read(long people, long refusedLines) {
        persons = people;
        notAsked = refusedLines;
    }

    /** Lines of the population as it was read now that were refused. */
    public synchronized long notAsked() {
        return notAsked;
    }

    public synchronized void decided(DecidedCounts counts) {
        decided = counts;
    }

    /** How much was asked of whom. */
    public synchronized void asked(SortedMap<String, Long> counts) {
        questions = Map.copyOf(counts);
    }

    public synchronized void delivered(DeliveredCounts counts) {
        delivered = counts;
    }

    /** What decides how the run ended before everything else: nothing that is told of a file may push it out. */
    private List<Finding> told(String agreement) {
        Stream<Finding> left =
                unread.values().stream().map(Mailbox.Unread::findings).flatMap(List::stream);
        Stream<Finding> causes = new TreeMap<>(decided.causes())
                .entrySet().stream()
                        .map(each -> Finding.warning(
                                each.getKey().code(),
                                Location.WHOLE,
                                each.getValue().toString(),
                                agreement));
        Stream<Finding> unasked = notAsked(decided.notAsked(), agreement).stream();
        return Stream.of(left, causes, unasked, deciding.stream(), findings.report(agreement).findings().stream())
                .flatMap(told -> told)
                .toList();
    }

    public synchronized SyncReport report(String agreement, LocalDate on, double seconds) {
        return new SyncReport(
                agreement,
                on,
                persons,
                decided.subjects(),
                new TreeMap<>(questions),
                decided.eligible(),
                decided.notEligible(),
                decided.undetermined(),
                causes(),
                decided.granted(),
                decided.already(),
                decided.noLongerEligible(),
                decided.notAsked(),
                delivered.lines(),
                delivered.name(),
                delivered.receipt(),
                delivered.refused(),
                done,
                done && !open && decided.undetermined() == 0 && decided.notAsked() == 0,
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
