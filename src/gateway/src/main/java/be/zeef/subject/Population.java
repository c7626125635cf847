package be.zeef.subject;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * A city's people and households, indexed in memory: about 14 bytes a person, so eleven million fit in 256 MiB.
 *
 * <p>People stand in ascending order of INSZ; a person's place in that order is how the rest of a sync names them. A
 * household is named by the place of its reference person. The index is never written to disk. Immutable once read.
 */
public final class Population {

    private final long[] insz;
    private final int[] reference;
    private final byte[] householdSizes;
    private final Flawed flawed;
    private final ColumnsTold columns;
    private final long[] notYetBorn;
    private final String fingerprint;

    /**
     * Households about which the extract does not say enough, by the place that names them.
     *
     * @param incomplete a line of them was refused
     * @param withoutReference their reference person has died; another member's place names them
     */
    record Flawed(BitSet incomplete, BitSet withoutReference) {}

    /**
     * @param columns what leaves of the columns that go along
     * @param notYetBorn who stands in the extract and was born after the day it is read for, ascending
     */
    Population(
            long[] insz,
            int[] reference,
            byte[] householdSizes,
            Flawed flawed,
            ColumnsTold columns,
            long[] notYetBorn,
            String fingerprint) {
        this.insz = insz;
        this.reference = reference;
        this.householdSizes = householdSizes;
        this.flawed = flawed;
        this.columns = columns;
        this.notYetBorn = notYetBorn;
        this.fingerprint = fingerprint;
    }

    /** How many people. */
    public int size() {
        return insz.length;
    }

    /** The INSZ at a place, as a number. */
    public long at(int place) {
        return insz[place];
    }

    /** The place of this INSZ, or a negative number when the city does not know it. */
    public int placeOf(long value) {
        return Arrays.binarySearch(insz, value);
    }

    /** The place of the reference person of the household of the person at this place; negative when unknown. */
    public int referenceOf(int place) {
        return reference[place];
    }

    /** How many people the household of this reference person has (1–127; larger ones count as 127). */
    public int householdSize(int referencePlace) {
        return householdSizes[referencePlace];
    }

    /** Whether a line of this household was refused: a member is missing here, about whom nothing can be known. */
    public boolean incomplete(int referencePlace) {
        return flawed.incomplete().get(referencePlace);
    }

    /**
     * Whether the reference person of this household has died and the extract names no other yet, so that nobody can say to whom
     * what it is due is to be given.
     */
    public boolean withoutReference(int referencePlace) {
        return flawed.withoutReference().get(referencePlace);
    }

    /** What leaves of the columns that go along to the recipient, by the place of whom something is given to. */
    public ColumnsTold columns() {
        return columns;
    }

    /** Whether this INSZ stands in the extract and is left out only because it was born after the day it is read for. */
    public boolean notYetBorn(long value) {
        return Arrays.binarySearch(notYetBorn, value) >= 0;
    }

    /** Tells every household by its reference person's place, in ascending order. */
    public void eachHousehold(IntConsumer referencePlace) {
        for (int place = 0; place < insz.length; place++) {
            if (reference[place] == place) {
                referencePlace.accept(place);
            }
        }
    }

    /** How many households. */
    public int households() {
        int[] count = {0};
        eachHousehold(place -> count[0]++);
        return count[0];
    }

    /** SHA-256 of the file it was read from, in hexadecimal. */
    public String fingerprint() {
        return fingerprint;
    }
}
