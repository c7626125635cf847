package be.zeef.sync;

import be.zeef.route.Mailbox;
import be.zeef.sieve.Cause;
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
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts and findings of one run while it goes on. Thread-safe. */
final class Tally {

    private final Findings findings = new Findings();
    private final Set<Finding> deciding = new LinkedHashSet<>();
    private final Map<String, Mailbox.Refused> refused = new TreeMap<>();
    private boolean done = true;
    private boolean open;
    private long persons;
    private long notAsked;
    private Decided decided = new Decided(0, 0, 0, Map.of(), 0, 0, 0, 0);
    private Delivered delivered = new Delivered("", 0, "none", 0);

    /**
     * What the decision step counted.
     *
     * @param causes how many of the undetermined are so for which cause; they add up to all of them
     * @param notAsked lines of the population that were refused: whoever stands on no other was not asked about
     */
    record Decided(
            long eligible,
            long notEligible,
            long undetermined,
            Map<Cause, Long> causes,
            long granted,
            long already,
            long noLongerEligible,
            long notAsked) {
        Decided {
            // a run that decided under an earlier release kept none
            causes = causes == null ? Map.of() : Map.copyOf(causes);
        }
    }

    /** What became of the delivery. */
    record Delivered(String name, long lines, String receipt, long refused) {}

    /** What the recipient said in one word: of all lines, refused or not, the same word only where it is true of all. */
    static String receipt(long lines, long refused, String otherwise) {
        if (refused == 0) {
            return otherwise;
        }
        return refused < lines ? "partly refused" : "refused";
    }

    synchronized void tell(Finding finding) {
        findings.add(finding);
    }

    synchronized void tellAll(Report report) {
        report.findings().forEach(findings::add);
    }

    /** Something the run set out to do was not done; the run ends with exit code 1. */
    synchronized void incomplete(Finding finding) {
        deciding.add(finding);
        done = false;
    }

    /** All was done, and something is open that the recipient or a person must settle; the run ends with exit code 1. */
    synchronized void open(Finding finding) {
        deciding.add(finding);
        open = true;
    }

    /** Told once at the end, however often the mailbox was watched. */
    synchronized void refused(Mailbox.Refused files) {
        refused.merge(files.mailbox(), files, Mailbox.Refused::most);
    }

    synchronized void read(Gathering.Read population) {
        persons = population.persons();
        notAsked = population.refusedLines();
    }

    /** Lines of the population as it was read now that were refused. */
    synchronized long notAsked() {
        return notAsked;
    }

    synchronized void decided(Decided counts) {
        decided = counts;
    }

    synchronized void delivered(Delivered state) {
        delivered = state;
    }

    /** What decides how the run ended before everything else: nothing that is told of a file may push it out. */
    private List<Finding> told(String agreement) {
        Stream<Finding> names =
                refused.values().stream().map(Mailbox.Refused::finding).flatMap(Optional::stream);
        Stream<Finding> causes = new TreeMap<>(decided.causes)
                .entrySet().stream()
                        .map(each -> Finding.warning(
                                each.getKey().code(),
                                Location.WHOLE,
                                each.getValue().toString(),
                                agreement));
        Stream<Finding> unasked = Gathering.Read.notAsked(decided.notAsked, agreement).stream();
        return Stream.of(names, causes, unasked, deciding.stream(), findings.report(agreement).findings().stream())
                .flatMap(told -> told)
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
                causes(),
                decided.granted,
                decided.already,
                decided.noLongerEligible,
                decided.notAsked,
                delivered.lines,
                delivered.name,
                delivered.receipt,
                delivered.refused,
                done,
                done && !open && decided.undetermined == 0 && decided.notAsked == 0,
                seconds,
                told(agreement));
    }

    /** In the order in which they are to be looked at. */
    private Map<String, Long> causes() {
        Map<String, Long> counts = new LinkedHashMap<>();
        new TreeMap<>(decided.causes).forEach((cause, count) -> counts.put(cause.word(), count));
        return counts;
    }
}
