package be.zeef.source;

import be.zeef.sieve.Ternary;
import be.zeef.subject.Insz;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one answer says, as named values. They live in memory inside one exchange; there is deliberately nothing here
 * that prints them. A value that is not there is not known.
 */
public final class SourceFacts {

    private static final String BORN = "geboren";
    private static final String COLUMN = "kolom";
    private static final String DECEASED = "overleden";

    private final Map<String, List<Value>> values = new LinkedHashMap<>();

    /** One value and what stands beside it, such as the date of birth of a household's member. */
    private record Value(String text, Map<String, String> beside) {}

    /** What somebody is in a household, seen from its reference person; the source's own codes are told apart by its mapping. */
    public enum Role {
        REFERENCE("referentiepersoon"),
        /** Married to the reference person, or living with that person as a couple. */
        PARTNER("partner"),
        /** A child of the reference person, or of the partner. */
        CHILD("kind"),
        OTHER("");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        private static Role of(Map<String, String> beside) {
            String told = beside.getOrDefault("rol", "");
            return Arrays.stream(values())
                    .filter(role -> role.word.equals(told))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    /** A member of a household. {@code born} is empty when the date is not whole. */
    public record Member(Insz person, Role role, Optional<LocalDate> born) {
        @Override
        public String toString() {
            return "Member";
        }
    }

    /** Of somebody of whom a source says no more than that he or she has died. */
    public static SourceFacts ofDeceased() {
        return new SourceFacts().with(DECEASED, "yes");
    }

    /** Whether the answer says that the person has died. */
    public boolean deceased() {
        return ternary(DECEASED) == Ternary.YES;
    }

    /** Adds a value, and what stands beside it. */
    public SourceFacts with(String name, String text, Map<String, String> beside) {
        values.computeIfAbsent(name, none -> new ArrayList<>()).add(new Value(text, Map.copyOf(beside)));
        return this;
    }

    /** Adds a value. */
    public SourceFacts with(String name, String text) {
        return with(name, text, Map.of());
    }

    /** The one value of this name; empty when there is none, or when several contradict each other. */
    public Optional<String> text(String name) {
        List<String> texts = values.getOrDefault(name, List.of()).stream()
                .map(Value::text)
                .distinct()
                .toList();
        return texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
    }

    public Ternary ternary(String name) {
        return switch (text(name).orElse("")) {
            case "yes" -> Ternary.YES;
            case "no" -> Ternary.NO;
            default -> Ternary.UNKNOWN;
        };
    }

    /**
     * One amount of a name, such as one column of a tax bill.
     *
     * @param column empty where the source has none
     * @param cents empty when the amount cannot be read
     */
    public record Amount(String column, OptionalLong cents) {
        @Override
        public String toString() {
            return "Amount";
        }
    }

    /** All amounts of this name, in the order of the answer. */
    public List<Amount> amounts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(value -> new Amount(value.beside().getOrDefault(COLUMN, ""), cents(Optional.of(value.text()))))
                .toList();
    }

    /** Whether there are several values of this name that contradict each other; what stands in columns of its own does not. */
    public boolean contradicts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .collect(Collectors.groupingBy(
                        value -> value.beside().getOrDefault(COLUMN, ""),
                        Collectors.mapping(Value::text, Collectors.toSet())))
                .values()
                .stream()
                .anyMatch(texts -> texts.size() > 1);
    }

    /** An amount in eurocents. */
    public OptionalLong cents(String name) {
        return cents(text(name));
    }

    private static OptionalLong cents(Optional<String> value) {
        return value.stream()
                .filter(text -> text.matches("-?\\d{1,15}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    /** The household's members, in the order of the answer. A number that is none is left out. */
    public List<Member> members(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Insz.parse(value.text()).stream()
                        .map(person -> new Member(person, Role.of(value.beside()), date(value.beside()))))
                .toList();
    }

    /** The numbers of a household's members in this role, also what is none. */
    public Set<String> numbers(String name, Role role) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> Role.of(value.beside()) == role)
                .map(Value::text)
                .collect(Collectors.toSet());
    }

    /** A day; empty when there is none, or when several contradict each other. */
    public Optional<LocalDate> day(String name) {
        return text(name).flatMap(SourceFacts::whole);
    }

    /**
     * The same about a household as it was on a day: without those members who were surely born after it. Somebody whose
     * month or day of birth nobody knows is taken to be as old as possible.
     *
     * @param name a member each
     */
    public SourceFacts bornBy(String name, LocalDate day) {
        SourceFacts then = new SourceFacts();
        then.values.putAll(values);
        then.values.computeIfPresent(name, (same, members) -> members.stream()
                .filter(member -> earliest(member.beside())
                        .filter(born -> born.isAfter(day))
                        .isEmpty())
                .toList());
        return then;
    }

    /** How many values there are of this name. */
    public int count(String name) {
        return values.getOrDefault(name, List.of()).size();
    }

    private static Optional<LocalDate> earliest(Map<String, String> beside) {
        return date(Map.of(BORN, beside.getOrDefault(BORN, "").replace("-00", "-01")));
    }

    private static Optional<LocalDate> date(Map<String, String> beside) {
        return whole(beside.getOrDefault(BORN, ""));
    }

    private static Optional<LocalDate> whole(String text) {
        try {
            // MAGDA writes 00 for a month or a day that nobody knows
            return text.matches("\\d{4}-(?!00)\\d{2}-(?!00)\\d{2}")
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "SourceFacts";
    }
}
