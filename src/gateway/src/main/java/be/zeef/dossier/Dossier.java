package be.zeef.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * All that was done about one person. It holds no number of the person, and nothing of anybody else.
 *
 * @param agreements those under which something was done, by id; one that is not in use any more has no more than its id
 * @param happenings in the order of time; what has none stands first
 * @param goneUpTo by agreement, the last day of which entries of the ledger are kept no longer
 */
public record Dossier(
        SortedMap<String, Reason> agreements, List<Happening> happenings, SortedMap<String, LocalDate> goneUpTo) {

    public Dossier {
        happenings = List.copyOf(happenings);
    }

    /**
     * Why an agreement lets something be done about people, in its own words.
     *
     * @param numbers how many numbers it knows the person by
     */
    public record Reason(String title, String purpose, String regulation, int numbers) {}

    /** Whether nothing was done but looking. */
    public boolean isEmpty() {
        return happenings.stream().allMatch(happening -> happening.kind() == Kind.LOOKED_UP);
    }

    @Override
    public String toString() {
        return "Dossier";
    }
}
