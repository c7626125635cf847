package be.zeef.source.advice;

import be.zeef.sieve.FactSpace;
import be.zeef.sieve.Ternary;
import be.zeef.source.SourceFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One input of the rule: what it is made of, and how the answers about several people become one value. */
public sealed interface Input permits Input.Any, Input.Statuses, Input.Bracket {

    /** The input's name in the rule. */
    String name();

    /** The facts that are read for it; all others are dropped. */
    Set<String> facts();

    /** Its values but {@code unknown}. */
    List<String> domain();

    /**
     * The value.
     *
     * @param answers one per person asked about; without facts where nobody knows
     * @param everyone whether these are all the people it is about; otherwise somebody is missing
     */
    String value(List<SourceFacts> answers, boolean everyone);

    /** From when it is so of the person whom this answer is about; empty when it is not, or nobody said. */
    default Optional<LocalDate> since(SourceFacts facts) {
        return Optional.empty();
    }

    /** Whether it reads from when something is so. */
    default boolean tellsSince() {
        return false;
    }

    /** Yes when it is so of anybody; no only when these are all and it is so of none. */
    private static String ofAnybody(Stream<Ternary> people, boolean all) {
        return people.reduce(all ? Ternary.NO : Ternary.UNKNOWN, Ternary::or)
                .name()
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Yes when it is so of anybody, no only when it is known of everybody that it is not.
     *
     * @param is what the fact is held against; without it the fact is yes, no or unknown itself
     * @param sinceFact the fact that says from when it is so; empty when that is not asked
     */
    record Any(String name, String fact, Optional<String> is, Optional<String> sinceFact) implements Input {

        public Any(String name, String fact, Optional<String> is) {
            this(name, fact, is, Optional.empty());
        }

        @Override
        public Set<String> facts() {
            return Stream.concat(Stream.of(fact), sinceFact.stream()).collect(Collectors.toSet());
        }

        @Override
        public boolean tellsSince() {
            return sinceFact.isPresent();
        }

        @Override
        public Optional<LocalDate> since(SourceFacts facts) {
            return of(facts) == Ternary.YES ? sinceFact.flatMap(facts::day) : Optional.empty();
        }

        @Override
        public List<String> domain() {
            return FactSpace.TERNARY;
        }

        @Override
        public String value(List<SourceFacts> answers, boolean everyone) {
            return ofAnybody(answers.stream().map(this::of), everyone && !answers.isEmpty());
        }

        private Ternary of(SourceFacts facts) {
            if (is.isEmpty()) {
                return facts.ternary(fact);
            }
            return facts.text(fact)
                    .map(text -> text.equals(is.get()) ? Ternary.YES : Ternary.NO)
                    .orElse(Ternary.UNKNOWN);
        }
    }

    /**
     * Several facts of one answer as one: yes when any of them is, or when all of them are.
     *
     * @param facts each yes, no or unknown
     * @param all whether they must all be yes, and not any
     */
    record Statuses(String name, Set<String> facts, boolean all) implements Input {

        public Statuses {
            facts = Set.copyOf(facts);
        }

        @Override
        public List<String> domain() {
            return FactSpace.TERNARY;
        }

        @Override
        public String value(List<SourceFacts> answers, boolean everyone) {
            return ofAnybody(answers.stream().map(this::of), everyone && !answers.isEmpty());
        }

        private Ternary of(SourceFacts answer) {
            return Ternary.together(facts.stream().map(answer::ternary), all);
        }
    }

    /**
     * In which bracket the sum of amounts lies. The amounts themselves go no further than this.
     *
     * @param sums the facts that are summed, in eurocents; the first must be known, an absent other counts as nothing
     * @param oncePer a fact that names what the amounts stand on; the same one is counted once, whoever showed it
     * @param limits the brackets in ascending order: a sum below the limit (eurocents) is in that bracket
     */
    record Bracket(String name, List<String> sums, String oncePer, List<Limit> limits) implements Input {

        /** Above every limit. */
        public static final String ABOVE = "boven";

        public Bracket {
            sums = List.copyOf(sums);
            limits = List.copyOf(limits);
        }

        /** Below this many eurocents lies this bracket, where no lower one does. */
        public record Limit(String bracket, long below) {}

        @Override
        public Set<String> facts() {
            return Stream.concat(sums.stream(), Stream.of(oncePer)).collect(Collectors.toSet());
        }

        @Override
        public List<String> domain() {
            return Stream.concat(limits.stream().map(Limit::bracket), Stream.of(ABOVE))
                    .toList();
        }

        @Override
        public String value(List<SourceFacts> answers, boolean everyone) {
            return new BracketSum(this).of(answers, everyone);
        }
    }
}
