package be.zeef.run.file;

import be.zeef.security.Sha256;
import be.zeef.source.PersonList;
import be.zeef.subject.Population;
import be.zeef.subject.Pseudonyms;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.BitSet;

/** Who is asked about in one question file: their pseudonyms, sorted, 32 bytes each, and the digest of that. */
public record AskedList(byte[] pseudonyms) {

    /** Bytes of a pseudonym. */
    private static final int SIZE = 32;

    static AskedList of(PersonList persons, Pseudonyms pseudonyms) {
        byte[][] each = new byte[persons.size()][];
        for (int i = 0; i < each.length; i++) {
            each[i] = pseudonyms.atRest(persons.at(i));
        }
        Arrays.sort(each, Arrays::compareUnsigned);
        ByteArrayOutputStream all = new ByteArrayOutputStream(each.length * SIZE);
        for (byte[] pseudonym : each) {
            all.writeBytes(pseudonym);
        }
        return new AskedList(all.toByteArray());
    }

    /** What the ledger keeps of it, so that the stored list cannot be changed unseen. */
    public String digest() {
        return Sha256.hex(pseudonyms);
    }

    /** Where they stand in this range of a population. */
    BitSet places(Population population, int first, int last, Pseudonyms pseudonyms) {
        BitSet places = new BitSet();
        for (int place = first; place < last; place++) {
            places.set(place, has(pseudonyms.atRest(population.at(place))));
        }
        return places;
    }

    /** Whether this one is asked about; as the list is sorted, a score of looks finds one among a million. */
    boolean has(byte[] pseudonym) {
        int from = 0;
        int to = pseudonyms.length / SIZE;
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = Arrays.compareUnsigned(
                    pseudonyms, middle * SIZE, (middle + 1) * SIZE, pseudonym, 0, pseudonym.length);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return false;
    }
}
