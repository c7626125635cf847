package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;

/** Joins the people to their households, line by line. */
final class PopulationJoin {
    private final PopulationLine line;
    private final PopulationReader.Scope scope;
    private final Extract extract;
    private final long[] people;
    private final Findings findings;
    private final int[] reference;
    private final byte[] sizes;
    private final BitSet seen;
    private final BitSet incomplete = new BitSet();
    private long[] unborn = {};
    private int notYetBorn;
    private long tooOld;
    private long refused;

    /** @param people of the scope, ascending, each once */
    PopulationJoin(
            long[] people, PopulationLine line, PopulationReader.Scope scope, Extract extract, Findings findings) {
        this.people = people;
        this.line = line;
        this.scope = scope;
        this.extract = extract;
        this.findings = findings;
        this.reference = new int[people.length];
        Arrays.fill(reference, -1);
        this.sizes = new byte[people.length];
        this.seen = new BitSet(people.length);
    }

    void line(String text, int number) {
        boolean good = line.read(text, number, findings);
        if (!scope.households()) {
            line.standAlone();
        }
        if (scope.isNotYetBorn(line.earliestBirth())) {
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
        int head = line.reference() < 0 ? -1 : Arrays.binarySearch(people, line.reference());
        int place = good ? Arrays.binarySearch(people, line.insz()) : -1;
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
            seen.set(place);
            reference[place] = Math.max(head, -1);
        } else if (head >= 0) {
            incomplete.set(head);
        }
        refused += good && head >= 0 ? 0 : 1;
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
        tell(
                "population.not-yet-born",
                notYetBorn,
                scope.on().map(LocalDate::toString).orElse(""));
        long[] notYet = Arrays.copyOf(unborn, notYetBorn);
        Arrays.sort(notYet);
        return new Population(people, reference, sizes, incomplete, notYet, read.fingerprint());
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
