package be.zeef.subject;

import java.util.List;
import java.util.Optional;

/** Which columns an extract has after its fixed ones: {@link #DEATH}, {@link #FORMER}, or both in this order. */
record ExtractColumns(boolean death, boolean former) {

    /** A last column that any extract may have: the date of death of who has died, in whichever of its parts it is known. */
    static final String DEATH = "overlijdensdatum";

    /** Another one, after that: the numbers that the same person had before, with spaces between them. */
    static final String FORMER = "vorigInsz";

    static final ExtractColumns NONE = new ExtractColumns(false, false);

    private static final List<ExtractColumns> ALL = List.of(
            NONE, new ExtractColumns(true, false), new ExtractColumns(false, true), new ExtractColumns(true, true));

    static Optional<ExtractColumns> of(String found, String header) {
        return ALL.stream().filter(each -> each.header(header).equals(found)).findFirst();
    }

    int count() {
        return (death ? 1 : 0) + (former ? 1 : 0);
    }

    String header(String fixed) {
        return fixed + (death ? ";" + DEATH : "") + (former ? ";" + FORMER : "");
    }
}
