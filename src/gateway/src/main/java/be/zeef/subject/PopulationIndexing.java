package be.zeef.subject;

import be.zeef.validation.Findings;
import java.util.Arrays;

/** Indexes the people of an extract, line by line: those of the scope, and apart from them who has died. */
final class PopulationIndexing implements Extract.LineReader {

    private final PopulationLine line;
    private final PopulationReader.Scope scope;
    private final Findings ignored = new Findings();
    private final long[] people;
    private int count;
    private long[] dead = {};
    private int deaths;

    /** @param lines how many there are; what comes after that many is of a file that grew, and is found to be so */
    PopulationIndexing(PopulationLine line, PopulationReader.Scope scope, int lines) {
        this.line = line;
        this.scope = scope;
        this.people = new long[lines];
    }

    @Override
    public void columns(String fixed, ExtractColumns more) {
        line.columns(more);
    }

    @Override
    public void line(String text, int number) {
        boolean good = line.read(text, number, ignored);
        if (line.deceased()) {
            died();
        } else if (good && scope.holds(line) && count < people.length) {
            people[count++] = line.insz();
        }
    }

    /** Of a line that is bad in another field too, as long as it says whose it is. */
    private void died() {
        if (line.insz() < 0) {
            return;
        }
        dead = deaths == dead.length ? Arrays.copyOf(dead, Math.max(16, 2 * deaths)) : dead;
        dead[deaths++] = line.insz();
    }

    PopulationReader.Index index() {
        long[] died = distinct(dead, deaths);
        long[] all = distinct(people, count);
        PopulationReader.Index index = new PopulationReader.Index(all, died);
        long[] living = died.length == 0
                ? all
                : Arrays.stream(all).filter(each -> !index.dead(each)).toArray();
        return new PopulationReader.Index(living, died);
    }

    private static long[] distinct(long[] numbers, int count) {
        long[] sorted = count == numbers.length ? numbers : Arrays.copyOf(numbers, count);
        Arrays.parallelSort(sorted);
        int kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept);
    }
}
