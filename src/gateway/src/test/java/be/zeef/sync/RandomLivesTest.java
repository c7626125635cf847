package be.zeef.sync;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ghent's bags over three years of random lives: births, deaths, moves, splits, weddings, replaced numbers, rights that begin and
 * end. At each of the twelve moments exactly those households are granted that the promise gives it to, worked out here from its
 * words alone: one grant a year; none for a household whose reference person, or a member who gives it its right, stood in one that
 * was granted this year; nobody who is entitled is missed or refused.
 */
class RandomLivesTest {

    private static final List<Integer> MONTHS = List.of(1, 4, 7, 10);

    @TempDir
    Path folder;

    /** Somebody, under whatever number. */
    private static final class Person {
        private String number;
        private String former = "";
        private int home;
        private boolean died;
        private boolean status;
        private boolean measure;

        boolean isEntitled() {
            return status || measure;
        }
    }

    /** The town: who lives where, the eldest of a household first, who is its reference person. */
    private static final class Town {
        private final Random random;
        private final List<Person> people = new ArrayList<>();
        private int numbers;
        private int homes;

        Town(long seed) {
            random = new Random(seed);
            for (int i = 0; i < 14; i++) {
                born(i % 3 == 0 ? homes++ : random.nextInt(homes));
            }
        }

        private void born(int home) {
            Person person = new Person();
            person.number = Bags.number(++numbers);
            person.home = home;
            person.status = random.nextInt(4) == 0;
            people.add(person);
        }

        /** What happens in a quarter. */
        void live() {
            for (int i = random.nextInt(5); i >= 0; i--) {
                Person one = people.get(random.nextInt(people.size()));
                switch (random.nextInt(8)) {
                    case 0 -> one.died = true;
                    case 1 -> one.home = people.get(random.nextInt(people.size())).home;
                    case 2 -> one.home = homes++;
                    case 3 -> replace(one);
                    case 4, 5 -> one.status = !one.status;
                    case 6 -> one.measure = !one.measure;
                    default -> born(one.home);
                }
            }
        }

        private void replace(Person one) {
            if (!one.died) {
                one.former = one.number;
                one.number = Bags.number(++numbers);
            }
        }

        Map<Integer, List<Person>> households() {
            Map<Integer, List<Person>> households = new HashMap<>();
            people.stream().filter(person -> !person.died).forEach(person -> households
                    .computeIfAbsent(person.home, none -> new ArrayList<>())
                    .add(person));
            return households;
        }

        /** Who has died stands in it with the day, on a line of an own household, as a register that has settled it says. */
        List<String> extract() {
            List<String> lines = new ArrayList<>();
            households()
                    .values()
                    .forEach(members -> members.forEach(member -> lines.add(String.join(
                            ";",
                            member.number,
                            members.get(0).number,
                            "02",
                            "9000",
                            "1985-01-01",
                            "",
                            member.former))));
            people.stream()
                    .filter(person -> person.died)
                    .forEach(person -> lines.add(String.join(
                            ";",
                            person.number,
                            person.number,
                            "01",
                            "9000",
                            "1985-01-01",
                            "2025-06-01",
                            person.former)));
            lines.sort(Comparator.naturalOrder());
            return lines;
        }

        Set<String> numbersOf(Predicate<Person> who) {
            Set<String> numbers = new TreeSet<>();
            people.stream().filter(who).forEach(person -> numbers.add(person.number));
            return numbers;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void grantsWhatThePromiseGives_noMoreAndNoLess(long seed) throws Exception {
        Town town = new Town(seed);
        int granted = 0;
        int barred = 0;
        try (Bags bags = new Bags(TestDatabase.H2, folder)) {
            for (int year = 2026; year <= 2028; year++) {
                Set<Person> had = new HashSet<>();
                for (int month : MONTHS) {
                    LocalDate moment = LocalDate.of(year, month, 16);
                    bags.entitled.clear();
                    bags.entitled.addAll(town.numbersOf(person -> person.status));
                    bags.measured.clear();
                    bags.measured.addAll(town.numbersOf(person -> person.measure));
                    Set<String> expected = new TreeSet<>();
                    Set<Person> now = new HashSet<>();
                    for (List<Person> members : town.households().values()) {
                        boolean entitled = members.stream().anyMatch(Person::isEntitled);
                        boolean brought = had.contains(members.get(0))
                                || members.stream().filter(Person::isEntitled).anyMatch(had::contains);
                        if (entitled && !brought) {
                            expected.add(members.get(0).number);
                            now.addAll(members);
                        }
                        barred += entitled && brought ? 1 : 0;
                    }
                    Set<String> before = bags.grants(moment);

                    bags.run(moment, town.extract());

                    Set<String> after = bags.grants(moment);
                    after.removeAll(before);
                    assertThat(after).as("seed %d, %s", seed, moment).isEqualTo(expected);
                    bags.delivered();
                    had.addAll(now);
                    granted += expected.size();
                    town.live();
                }
            }
        }
        assertThat(granted).as("grants there were").isGreaterThan(5);
        assertThat(barred).as("and households that had theirs").isGreaterThan(5);
    }
}
