package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the people to their households, line by line. Who has died belongs to none. A household whose reference person has died
 * goes on under the first of its members until the register names another, and is told apart: nobody can say yet to whom what it
 * is due is to be given.
 */
final class PopulationJoin implements Extract.LineReader {
    private final PopulationLine line;
    private final PopulationReader.Scope scope;
    private final ColumnsReading columns;
    private final Extract extract;
    private final PopulationReader.Index index;
    private final long[] people;
    private final Findings findings;
    private final int[] reference;
    private final byte[] sizes;
    private final BitSet seen;
    private final BitSet incomplete = new BitSet();
    /** By the number of a reference person who has died, the place of the first who is left. */
    private final Map<Long, Integer> left = new HashMap<>();

    private final Map<Long, List<Long>> replaced = new HashMap<>();

    private long[] unborn = {};
    private int notYetBorn;
    private long tooOld;
    private long deceased;
    private long refused;

    PopulationJoin(
            PopulationReader.Index index,
            PopulationLine line,
            PopulationReader.Scope scope,
            ColumnsReading columns,
            Extract extract,
            Findings findings) {
        this.index = index;
        this.people = index.people();
        this.line = line;
        this.scope = scope;
        this.columns = columns;
        this.extract = extract;
        this.findings = findings;
        this.reference = new int[people.length];
        Arrays.fill(reference, -1);
        this.sizes = new byte[people.length];
        this.seen = new BitSet(people.length);
    }

    @Override
    public void columns(String fixed, ExtractColumns more) {
        line.columns(more);
        columns.columns(more.agreed(), people.length);
    }

    @Override
    public void line(String text, int number) {
        boolean good = line.read(text, number, findings);
        if (!scope.households()) {
            line.standAlone();
        }
        if (line.deceased() || index.dead(line.insz())) {
            deceased++;
            refused += good ? 0 : 1;
        } else if (scope.isNotYetBorn(line.earliestBirth())) {
            // whoever that is belongs to no household of the day, so none lacks a member for it
            leaveOut(good);
        } else if (good && scope.isTooOld(line.latestBirth())) {
            tooOld++;
        } else {
            join(good, number);
        }
    }

    private void leaveOut(boolean good) {
        if (!good) {
            refused++;
            return;
        }
        if (notYetBorn == unborn.length) {
            unborn = Arrays.copyOf(unborn, Math.max(16, 2 * notYetBorn));
        }
        unborn[notYetBorn++] = line.insz();
    }

    private void join(boolean good, int number) {
        int place = good ? Arrays.binarySearch(people, line.insz()) : -1;
        int head = head(place);
        if (good && place < 0) {
            throw extract.changed(findings);
        }
        if (good && seen.get(place)) {
            findings.add(Finding.error("population.duplicate", Location.field(number, "insz")));
            refused++;
            return;
        }
        if (head >= 0 && sizes[head] < Byte.MAX_VALUE) {
            sizes[head]++;
        }
        if (good && head < 0) {
            findings.add(Finding.error("population.reference-unknown", Location.field(number, "referentiepersoon")));
        }
        if (good) {
            replaced(number);
            seen.set(place);
            reference[place] = Math.max(head, -1);
            if (head == place && columns.any()) {
                columns.read(line.agreed(), place, number, findings, extract);
            }
        } else if (head >= 0) {
            incomplete.set(head);
        }
        refused += good && head >= 0 ? 0 : 1;
    }

    /** A number under which somebody lives here was not replaced: whoever is told to have had it is another person. */
    private void replaced(int number) {
        boolean lives = line.former().stream().anyMatch(former -> Arrays.binarySearch(people, former) >= 0);
        if (lives) {
            findings.add(Finding.error("population.former-lives", Location.field(number, ExtractColumns.FORMER)));
        } else if (!line.former().isEmpty()) {
            replaced.put(line.insz(), line.former());
        }
    }

    /** The place of the reference person, or of who stands in for one who has died; negative when it is not known. */
    private int head(int place) {
        if (line.reference() < 0 || !index.dead(line.reference())) {
            return line.reference() < 0 ? -1 : Arrays.binarySearch(people, line.reference());
        }
        if (place >= 0) {
            left.putIfAbsent(line.reference(), place);
        }
        return left.getOrDefault(line.reference(), -1);
    }

    /** What the extract says has become of people. */
    Mutations mutations() {
        return new Mutations(index.dead(), replaced);
    }

    /** Lines that could not be used. */
    long refused() {
        return refused;
    }

    /** The population once every line was told; what is to be said of it is in the findings. */
    Population population(Extract.Seen read) {
        read.tell(findings);
        tellHeadsElsewhere();
        tell("population.left-out", tooOld);
        tell("population.deceased", deceased);
        if (!left.isEmpty()) {
            findings.add(
                    Finding.warning("population.reference-deceased", Location.WHOLE, Integer.toString(left.size())));
        }
        tell(
                "population.not-yet-born",
                notYetBorn,
                scope.on().map(LocalDate::toString).orElse(""));
        long[] notYet = Arrays.copyOf(unborn, notYetBorn);
        Arrays.sort(notYet);
        BitSet withoutReference = new BitSet();
        left.values().forEach(withoutReference::set);
        return new Population(
                people,
                reference,
                sizes,
                new Population.Flawed(incomplete, withoutReference),
                columns.told(),
                notYet,
                read.fingerprint());
    }

    private void tell(String code, long count, String... more) {
        if (count > 0) {
            String[] arguments = new String[more.length + 1];
            arguments[0] = Long.toString(count);
            System.arraycopy(more, 0, arguments, 1, more.length);
            findings.add(Finding.information(code, Location.WHOLE, arguments));
        }
    }

    /** Someone named as reference person who stands in another household himself: both are told, neither is refused. */
    private void tellHeadsElsewhere() {
        long elsewhere = 0;
        for (int place = 0; place < reference.length; place++) {
            int head = reference[place];
            if (head >= 0 && reference[head] != head) {
                elsewhere++;
                incomplete.set(head);
            }
        }
        if (elsewhere > 0) {
            findings.add(Finding.warning("population.reference-elsewhere", Location.WHOLE, Long.toString(elsewhere)));
        }
    }
}
