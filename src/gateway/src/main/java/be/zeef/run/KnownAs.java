package be.zeef.run;

import be.zeef.security.Keys;
import be.zeef.storage.SecretMarks;
import be.zeef.storage.Storage;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands for one person in the tables: a pseudonym under each agreement that this database has known people under, and one more for
 * each number that this one replaced there. Immutable.
 */
public final class KnownAs {

    private static final String MARK = "pseudonym-";

    /** What stands for the number that was given, by agreement. */
    private final SortedMap<String, String> given = new TreeMap<>();

    private final SortedMap<String, SortedSet<String>> numbers = new TreeMap<>();
    private final SortedSet<String> all = new TreeSet<>();

    /**
     * Looks in the database which agreements there are, not in today's files: one that ended knew people, too.
     *
     * @throws be.zeef.storage.StorageException when a key is not the one that people were known under: they would not be found
     */
    public static KnownAs of(Storage storage, Keys keys, Insz person) {
        KnownAs known = new KnownAs();
        for (String mark : storage.jdbi().withHandle(handle -> SecretMarks.names(handle, MARK))) {
            String agreement = mark.substring(MARK.length());
            SecretMarks.require(storage, mark, keys.pseudonym(agreement));
            String pseudonym = new PeopleAtRest(keys, agreement).pseudonym(person);
            known.given.put(agreement, pseudonym);
            known.numbers.put(
                    agreement, storage.jdbi().withHandle(handle -> PersonNumbers.of(handle, agreement, pseudonym)));
        }
        known.numbers.values().forEach(known.all::addAll);
        return known;
    }

    /** By agreement, what stands for the number that was given. */
    public SortedMap<String, String> given() {
        return Collections.unmodifiableSortedMap(given);
    }

    /** Under every agreement; two people never share one. */
    public SortedSet<String> all() {
        return Collections.unmodifiableSortedSet(all);
    }

    /** The pseudonyms of all the person's numbers under this agreement; none where it has known nobody. */
    public SortedSet<String> under(String agreement) {
        return Collections.unmodifiableSortedSet(numbers.getOrDefault(agreement, Collections.emptySortedSet()));
    }

    /** How many numbers an agreement knows the person by. */
    public int numbers(String agreement) {
        return numbers.getOrDefault(agreement, Collections.emptySortedSet()).size();
    }

    /** Whether no agreement has known anybody. */
    public boolean isNobody() {
        return all.isEmpty();
    }
}
