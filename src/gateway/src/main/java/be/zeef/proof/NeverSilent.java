package be.zeef.proof;

import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves that nobody is refused or granted by what is not known. A case with unknown facts is held against every case that it can
 * turn out to be: where those agree it has their outcome, and where they do not it is undetermined. What it grants is what all of
 * them grant; or, where the agreement says which value is better than which ({@code improves}), the least of it.
 */
final class NeverSilent {

    private final Cases cases;
    private final Told told;
    private long completions;
    private long open;

    private NeverSilent(Cases cases) {
        this.cases = cases;
        this.told = new Told(cases.use().benefit().justified());
    }

    static Result of(Cases cases) {
        return new NeverSilent(cases).result();
    }

    private Result result() {
        cases.smallestFirst().stream().filter(number -> !cases.isWhole(number)).forEach(this::look);
        told.conclude(Property.NEVER_SILENT, Long.toString(open), Long.toString(completions));
        ObjectNode table = Shown.object();
        table.put("open", open);
        table.put("completions", completions);
        table.set("improves", Shown.texts(cases.use().benefit().grants().improves()));
        return new Result(cases.use().id(), Property.NEVER_SILENT, open, told.all(), table);
    }

    private void look(int number) {
        open++;
        List<Integer> ends = cases.completions(number);
        completions += ends.size();
        Set<Outcome> outcomes = ends.stream()
                .map(end -> cases.decision(end).outcome())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.class)));
        Outcome due = outcomes.size() == 1 ? outcomes.iterator().next() : Outcome.UNDETERMINED;
        Outcome given = cases.decision(number).outcome();
        if (given != due) {
            tell(number, given, due, ends);
        } else if (given == Outcome.ELIGIBLE) {
            cases.use().closedFlags().forEach(flag -> value(number, flag, ends));
        }
    }

    private void tell(int number, Outcome given, Outcome due, List<Integer> ends) {
        if (given == Outcome.UNDETERMINED) {
            told.failOnce("needlessly-open", cases.words(number), due.name());
            return;
        }
        Outcome other = given == Outcome.ELIGIBLE ? Outcome.NOT_ELIGIBLE : Outcome.ELIGIBLE;
        int counter = ends.stream()
                .filter(end -> cases.decision(end).outcome() == other)
                .findFirst()
                .orElse(ends.get(0));
        told.failOnce(
                given == Outcome.ELIGIBLE ? "silent-grant" : "silent-refusal",
                cases.words(number),
                cases.words(counter),
                Shown.words(cases.decision(counter)));
    }

    private void value(int number, String flag, List<Integer> ends) {
        Decision given = cases.decision(number);
        List<String> improves = cases.use().benefit().grants().improves();
        ends.stream()
                .filter(end -> !isAtMost(given.flag(flag), cases.decision(end).flag(flag), improves))
                .findFirst()
                .ifPresent(end -> told.failOnce(
                        "more-than-sure",
                        cases.words(number),
                        given.flag(flag),
                        cases.words(end),
                        cases.decision(end).flag(flag)));
    }

    /** Whether the one value is the other, or ranked behind it. */
    private static boolean isAtMost(String value, String other, List<String> improves) {
        int rank = improves.indexOf(value);
        int least = improves.indexOf(other);
        return value.equals(other) || rank >= 0 && least >= 0 && rank >= least;
    }
}
