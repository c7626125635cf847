package be.zeef.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which columns an extract has after its fixed ones: {@link #DEATH}, {@link #FORMER}, or both in this order, and after those whichever
 * the agreement lets go along, in any order.
 */
record ExtractColumns(boolean death, boolean former, List<String> agreed) {

    /** A last column that any extract may have: the date of death of who has died, in whichever of its parts it is known. */
    static final String DEATH = "overlijdensdatum";

    /** Another one, after that: the numbers that the same person had before, with spaces between them. */
    static final String FORMER = "vorigInsz";

    static final ExtractColumns NONE = new ExtractColumns(false, false, List.of());

    ExtractColumns {
        agreed = List.copyOf(agreed);
    }

    /** @param allowed the columns that the agreement lets go along */
    static Optional<ExtractColumns> of(String found, String header, List<String> allowed) {
        if (!found.equals(header) && !found.startsWith(header + ";")) {
            return Optional.empty();
        }
        List<String> more = new ArrayList<>(Arrays.asList(found.split(";", -1)));
        more.subList(0, header.split(";").length).clear();
        boolean death = takes(more, DEATH);
        boolean former = takes(more, FORMER);
        boolean known = allowed.containsAll(more) && new HashSet<>(more).size() == more.size();
        return known ? Optional.of(new ExtractColumns(death, former, more)) : Optional.empty();
    }

    private static boolean takes(List<String> more, String column) {
        return !more.isEmpty() && more.get(0).equals(column) && more.remove(column);
    }

    int count() {
        return (death ? 1 : 0) + (former ? 1 : 0) + agreed.size();
    }

    String header(String fixed) {
        List<String> all = new ArrayList<>(List.of(fixed));
        if (death) {
            all.add(DEATH);
        }
        if (former) {
            all.add(FORMER);
        }
        all.addAll(agreed);
        return String.join(";", all);
    }
}
