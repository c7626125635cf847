package be.zeef.objection;

import be.zeef.run.PersonNumbers;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Population;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Vault;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Everybody about whom nothing may go on under one agreement, at one moment and in memory: who objected or is restricted there or
 * everywhere, by whatever number the agreement knows the person. Immutable and thread-safe.
 */
public final class Objections {

    private final PeopleAtRest people;
    private final Set<Long> entered;
    private final SortedSet<String> pseudonyms;
    private final boolean otherNumbers;

    private Objections(PeopleAtRest people, Set<Long> entered, SortedSet<String> pseudonyms) {
        this.people = people;
        this.entered = entered;
        this.pseudonyms = pseudonyms;
        this.otherNumbers = pseudonyms.size() > entered.size();
    }

    /**
     * Those that stand now.
     *
     * @param people how those of the agreement stand in our tables
     * @throws be.zeef.security.KeyException when one cannot be opened; nothing may go on then
     */
    public static Objections of(Handle handle, PeopleAtRest people) {
        Set<Long> entered = new HashSet<>();
        for (String scope : List.of(people.agreement(), Objection.EVERY)) {
            Vault vault = vault(people, scope);
            ObjectionTable.of(handle, scope)
                    .forEach(row -> entered.add(vault.open(row.vault()).value()));
        }
        SortedSet<String> pseudonyms = new TreeSet<>();
        if (!entered.isEmpty()) {
            PersonNumbers numbers = PersonNumbers.of(handle, people.agreement());
            Pseudonyms own = people.pseudonyms();
            entered.forEach(insz -> pseudonyms.addAll(numbers.of(own.hexAtRest(insz))));
        }
        return new Objections(people, entered, Collections.unmodifiableSortedSet(pseudonyms));
    }

    /** The ledger's entries by which those that stand were entered, under every agreement. */
    public static Set<Long> entries(Handle handle) {
        return ObjectionTable.all(handle).stream()
                .map(ObjectionTable.Row::entry)
                .collect(Collectors.toSet());
    }

    /** What the numbers of a scope are sealed with. */
    static Vault vault(PeopleAtRest people, String scope) {
        return new PeopleAtRest(people.keys(), scope).vault();
    }

    public boolean isEmpty() {
        return entered.isEmpty();
    }

    /** Whether nothing may go on about this person. */
    public boolean has(Insz person) {
        return entered.contains(person.value()) || (otherNumbers && pseudonyms.contains(people.pseudonym(person)));
    }

    /** Whether these are the very people of that moment. */
    public boolean isAs(Objections before) {
        return entered.equals(before.entered) && pseudonyms.equals(before.pseudonyms);
    }

    /** The pseudonyms of all their numbers under the agreement. */
    public SortedSet<String> pseudonyms() {
        return pseudonyms;
    }

    /** Whether one of these is. */
    public boolean hasAny(Stream<Insz> persons) {
        return !isEmpty() && persons.anyMatch(this::has);
    }

    /** Where they stand in a population; a pseudonym of everybody is made only where one of them has several numbers. */
    public BitSet places(Population population) {
        return places(population, 0, population.size());
    }

    /** The same from one place to before another. */
    public BitSet places(Population population, int first, int last) {
        BitSet places = new BitSet();
        if (isEmpty()) {
            return places;
        }
        Pseudonyms own = people.pseudonyms();
        for (int place = first; place < last; place++) {
            long insz = population.at(place);
            if (entered.contains(insz) || (otherNumbers && pseudonyms.contains(own.hexAtRest(insz)))) {
                places.set(place);
            }
        }
        return places;
    }

    @Override
    public String toString() {
        return "Objections";
    }
}
