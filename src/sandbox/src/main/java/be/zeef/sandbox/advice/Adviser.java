package be.zeef.sandbox.advice;

import be.zeef.sandbox.city.People;
import be.zeef.sandbox.city.People.Person;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The rules of the two cases of Ghent, over what is so. */
final class Adviser {

    private static final String GHENT = "44021";
    private static final Set<String> PARENT = Set.of("01", "02", "21", "22");
    private static final Set<String> CHILD = Set.of("03", "13");
    private static final long CLASS_B_BELOW = 23_000_00;
    private static final long CLASS_C_BELOW = 33_000_00;

    private final Supplier<People> people;
    private final Measures measures;

    Adviser(Supplier<People> people, Measures measures) {
        this.people = people;
        this.measures = measures;
    }

    /** @param word {@code positive}, {@code negative} or {@code undetermined} */
    record Advised(String word, Map<String, String> flags, List<String> reasons) {
        private static Advised of(String word, String... reasons) {
            return new Advised(word, Map.of(), List.of(reasons));
        }

        private static Advised classOf(String name, String reason) {
            return new Advised("positive", Map.of("klasse", name), List.of(reason));
        }
    }

    /** Empty when there is no such case. */
    Optional<Advised> advise(String caseId, String insz, LocalDate on) {
        Optional<Person> person = people.get().person(Long.parseLong(insz));
        return switch (caseId) {
            case "gent-uitpas" ->
                Optional.of(person.map(one -> uitpas(one, on)).orElse(Advised.of("undetermined", "UNKNOWN_PERSON")));
            case "gent-onderwijs" ->
                Optional.of(person.map(one -> education(one, on)).orElse(Advised.of("undetermined", "UNKNOWN_PERSON")));
            default -> Optional.empty();
        };
    }

    private Advised uitpas(Person person, LocalDate on) {
        if (!person.municipality().equals(GHENT)) {
            return Advised.of("negative", "ELSEWHERE");
        }
        boolean entitled = person.status(on) || measures.on(on, person.insz());
        if (!entitled && person.isFaulty()) {
            return Advised.of("undetermined", "FAULTY_HOUSEHOLD");
        }
        return entitled ? Advised.of("positive", "ENTITLED") : Advised.of("negative", "NO_STATUS");
    }

    private Advised education(Person person, LocalDate on) {
        if (person.died()) {
            return Advised.of("negative", "DECEASED");
        }
        if (!CHILD.contains(person.position())) {
            return Advised.of("undetermined", "OTHER_POSITION");
        }
        List<Person> parents = people.get().household(person).stream()
                .filter(each -> !each.died())
                .filter(each -> PARENT.contains(each.position()))
                .toList();
        if (parents.stream().anyMatch(each -> each.livingWage(on))) {
            return Advised.classOf("A", "LIVING_WAGE");
        }
        if (parents.isEmpty() || parents.stream().anyMatch(each -> each.bill().isEmpty())) {
            return Advised.of("undetermined", "NO_ASSESSMENT");
        }
        Map<String, Long> incomes = new HashMap<>();
        parents.forEach(each -> each.columns()
                .chars()
                .forEach(column -> incomes.put(each.bill() + (char) column, each.amount((char) column))));
        long income = incomes.values().stream().mapToLong(Long::longValue).sum();
        if (income < CLASS_C_BELOW) {
            return Advised.classOf(income < CLASS_B_BELOW ? "B" : "C", "INCOME");
        }
        return Advised.of("negative", "INCOME");
    }
}
