package be.zeef.grant;

import be.zeef.run.PersonNumbers;
import be.zeef.run.Run;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import org.jdbi.v3.core.Handle;

/**
 * Tells of a pseudonym whether that person was granted something in a run's period by an earlier run, or stood in a household
 * that was. A grant that was closed because its subject died before it was delivered counts for nobody. What a clerk granted on a
 * proof does not count: it may be entered while a run is under way, which must come to the same whenever it is gone on with. Sixteen
 * bytes of each pseudonym are held. Immutable.
 */
public final class GrantedBefore {

    private static final int HALF = 16;

    /** The first and the second eight bytes of each, in the order of the whole. */
    private final long[] first;

    private final long[] second;

    private final PersonNumbers numbers;

    private GrantedBefore(long[] first, long[] second, PersonNumbers numbers) {
        this.first = first;
        this.second = second;
        this.numbers = numbers;
    }

    /** Within a transaction, so that a database sends its rows as they are read. */
    public static GrantedBefore of(Handle handle, Run run) {
        long[] first = new long[1024];
        long[] second = new long[1024];
        int size = 0;
        // the order of lower-case hexadecimal is that of the bytes: in every collation digits come before letters
        try (var all = handle.createQuery("select person from (select subject as person from grants"
                        + " where agreement = :agreement and grant_year = :year and sync_id <> :sync"
                        + " and standing <> 'CLOSED'"
                        + " union select m.member as person from grant_member m join grants g on g.agreement = m.agreement"
                        + " and g.grant_year = m.grant_year and g.subject = m.subject"
                        + " where m.agreement = :agreement and m.grant_year = :year and g.standing <> 'CLOSED') granted"
                        + " order by person")
                .bind("agreement", run.plan().benefit())
                .bind("year", run.year())
                .bind("sync", run.row().id())
                .setFetchSize(5000)
                .mapTo(String.class)
                .iterator()) {
            for (Iterator<String> each = all; each.hasNext(); size++) {
                if (size == first.length) {
                    first = Arrays.copyOf(first, 2 * size);
                    second = Arrays.copyOf(second, 2 * size);
                }
                String person = each.next();
                first[size] = Long.parseUnsignedLong(person, 0, HALF, 16);
                second[size] = Long.parseUnsignedLong(person, HALF, 2 * HALF, 16);
            }
        }
        return new GrantedBefore(
                Arrays.copyOf(first, size),
                Arrays.copyOf(second, size),
                PersonNumbers.of(handle, run.plan().agreement()));
    }

    public boolean isNobody() {
        return first.length == 0;
    }

    /**
     * Whether this one's person holds it, under whatever number.
     *
     * @param pseudonym its 32 bytes at rest
     */
    public boolean holdsPerson(byte[] pseudonym) {
        if (holds(pseudonym)) {
            return true;
        }
        HexFormat hex = HexFormat.of();
        return !numbers.isEmpty()
                && numbers.of(hex.formatHex(pseudonym)).stream()
                        .map(hex::parseHex)
                        .anyMatch(this::holds);
    }

    private boolean holds(byte[] pseudonym) {
        ByteBuffer bytes = ByteBuffer.wrap(pseudonym);
        long head = bytes.getLong();
        long tail = bytes.getLong();
        int low = 0;
        int high = first.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compareUnsigned(first[middle], head);
            order = order != 0 ? order : Long.compareUnsigned(second[middle], tail);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }
}
