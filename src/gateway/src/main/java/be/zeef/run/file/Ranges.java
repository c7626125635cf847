package be.zeef.run.file;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Cuts the wanted people of a population into ranges of at most so many, in order. */
public final class Ranges {

    private Ranges() {}

    /** Places {@code first} to before {@code last}. */
    public record Range(int first, int last) {}

    public static List<Range> of(BitSet wanted, int most) {
        List<Range> ranges = new ArrayList<>();
        int first = wanted.nextSetBit(0);
        while (first >= 0) {
            int last = first;
            int count = 0;
            for (int next = first; next >= 0 && count < most; next = wanted.nextSetBit(next + 1)) {
                last = next + 1;
                count++;
            }
            ranges.add(new Range(first, last));
            first = wanted.nextSetBit(last);
        }
        return ranges;
    }
}
