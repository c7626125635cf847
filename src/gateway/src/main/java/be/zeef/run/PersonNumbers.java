package be.zeef.run;

import be.zeef.storage.Duplicates;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Pseudonyms;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The tables {@code person_number} and {@code person_lock}: numbers that replaced one another are one person, and what was granted under one of them was
 * granted to that person. Pseudonyms only. Immutable.
 */
public final class PersonNumbers {

    /** By number, all numbers of its person. */
    private final Map<String, SortedSet<String>> all;

    private PersonNumbers(Map<String, SortedSet<String>> all) {
        this.all = all;
    }

    /** Those that an agreement has met. */
    public static PersonNumbers of(Handle handle, String agreement) {
        Map<String, SortedSet<String>> byPerson = new HashMap<>();
        handle.createQuery("select number, person from person_number where agreement = :agreement")
                .bind("agreement", agreement)
                .map((row, context) -> byPerson.computeIfAbsent(row.getString("person"), person -> new TreeSet<>())
                        .add(row.getString("number")))
                .forEach(added -> {});
        Map<String, SortedSet<String>> all = new HashMap<>();
        byPerson.values().forEach(numbers -> numbers.forEach(number -> all.put(number, numbers)));
        return new PersonNumbers(all);
    }

    /** Whether an agreement has met a number that was replaced. */
    public static boolean any(Handle handle, String agreement) {
        return handle.createQuery("select exists (select 1 from person_number where agreement = :agreement)")
                .bind("agreement", agreement)
                .mapTo(Boolean.class)
                .one();
    }

    /** The pseudonyms of all numbers of this one's person, itself among them, for who asks about few. */
    public static SortedSet<String> of(Handle handle, String agreement, String pseudonym) {
        SortedSet<String> numbers = handle.createQuery("select number from person_number where agreement = :agreement"
                        + " and person = (select person from person_number"
                        + " where agreement = :agreement and number = :number)")
                .bind("agreement", agreement)
                .bind("number", pseudonym)
                .mapTo(String.class)
                .collect(Collectors.toCollection(TreeSet::new));
        numbers.add(pseudonym);
        return numbers;
    }

    /** Whether every person that an agreement has met has one number. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The pseudonyms of all numbers of this one's person, itself among them. */
    public SortedSet<String> of(String pseudonym) {
        return all.getOrDefault(pseudonym, new TreeSet<>(List.of(pseudonym)));
    }

    /**
     * Remembers which numbers are one person's, and tells how many were not known to be.
     *
     * @param replaced by INSZ, the numbers that the same person had before
     */
    public static void learn(Run run, Map<Long, List<Long>> replaced) {
        int joined = learn(run.jdbi(), run.people(), replaced);
        if (joined > 0) {
            run.findings().tell(Finding.information("sync.numbers-joined", Location.WHOLE, Integer.toString(joined)));
        }
    }

    /** The same in a transaction of somebody else, which a run has after it learned at its beginning; how many were not known to be. */
    public static int learn(Handle handle, Run run, Map<Long, List<Long>> replaced) {
        return learn(handle, run.people(), replaced);
    }

    /** The same outside any run. Two who learn something of one person at once both know all of it. */
    public static int learn(Jdbi jdbi, PeopleAtRest people, Map<Long, List<Long>> replaced) {
        return Duplicates.inTransaction(jdbi, handle -> learn(handle, people, replaced));
    }

    private static int learn(Handle handle, PeopleAtRest people, Map<Long, List<Long>> replaced) {
        String agreement = people.agreement();
        Pseudonyms pseudonyms = people.pseudonyms();
        lock(handle, agreement);
        PersonNumbers known = of(handle, agreement);
        int[] joined = {0};
        replaced.forEach((number, formers) -> {
            SortedSet<String> numbers = new TreeSet<>(known.of(pseudonyms.hexAtRest(number)));
            formers.forEach(former -> numbers.addAll(known.of(pseudonyms.hexAtRest(former))));
            if (!numbers.equals(known.all.get(numbers.first()))) {
                joined[0]++;
                store(handle, agreement, numbers);
                numbers.forEach(each -> known.all.put(each, numbers));
            }
        });
        return joined[0];
    }

    /** Nobody else learns anything of this agreement's people until this transaction ends. */
    private static void lock(Handle handle, String agreement) {
        if (handle.select("select agreement from person_lock where agreement = ? for update", agreement)
                .mapTo(String.class)
                .findOne()
                .isEmpty()) {
            handle.execute("insert into person_lock (agreement) values (?)", agreement);
        }
    }

    private static void store(Handle handle, String agreement, SortedSet<String> numbers) {
        handle.createUpdate("delete from person_number where agreement = :agreement and number in (<numbers>)")
                .bind("agreement", agreement)
                .bindList("numbers", numbers)
                .execute();
        numbers.forEach(number -> handle.createUpdate(
                        "insert into person_number (agreement, number, person) values (:agreement, :number, :person)")
                .bind("agreement", agreement)
                .bind("number", number)
                .bind("person", numbers.first())
                .execute());
    }
}
