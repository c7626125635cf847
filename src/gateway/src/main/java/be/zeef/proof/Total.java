package be.zeef.proof;

import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proves that a rule is total: of every case it says one outcome, of every case in which all is known yes or no, and with every yes
 * a value of each flag that the agreement lets out. The rule must be so for itself too, for everything that its own inputs may be:
 * a row that this agreement's parameters never reach is a row of the regulation all the same.
 */
final class Total {

    private final Cases cases;
    private final Told told;

    private Total(Cases cases) {
        this.cases = cases;
        this.told = new Told(cases.use().benefit().justified());
    }

    static Result of(Cases cases) {
        return new Total(cases).result();
    }

    private Result result() {
        cases.smallestFirst().forEach(this::look);
        OwnCases own = OwnCases.of(cases.use());
        own.tell(told);
        told.conclude(Property.TOTAL, Integer.toString(cases.count()), Integer.toString(own.count()));
        ObjectNode table = Shown.object();
        ArrayNode rows = table.putArray("cases");
        for (int number = 0; number < cases.count(); number++) {
            rows.add(Shown.decided(cases, number));
        }
        table.set("own", own.table());
        return new Result(cases.use().id(), Property.TOTAL, cases.count() + (long) own.count(), told.all(), table);
    }

    private void look(int number) {
        Decision decision = cases.decision(number);
        fault(decision, cases.isWhole(number), cases.use().closedFlags())
                .ifPresent(code -> told.failOnce(code, cases.words(number)));
        if (decision.outcome() == Outcome.ELIGIBLE) {
            cases.use().benefit().flags().forEach((flag, values) -> agreed(number, flag, values, decision.flag(flag)));
        }
    }

    private void agreed(int number, String flag, Map<String, Long> values, String given) {
        if (!values.isEmpty() && !given.isEmpty() && !values.containsKey(given)) {
            told.failOnce("value-not-agreed", given, flag, cases.words(number));
        }
    }

    /**
     * What is wrong with what a rule says of a case; nothing when nothing is.
     *
     * @param whole whether everything is known
     * @param flags those that a yes must give a value of
     */
    static Optional<String> fault(Decision decision, boolean whole, Set<String> flags) {
        if (decision.cause().filter(Cause.RULE_GAP::equals).isPresent()) {
            return Optional.of("no-outcome");
        }
        if (whole && decision.outcome() == Outcome.UNDETERMINED) {
            return Optional.of("left-open");
        }
        boolean empty = decision.outcome() == Outcome.ELIGIBLE
                && flags.stream().anyMatch(flag -> decision.flag(flag).isEmpty());
        return empty ? Optional.of("no-value") : Optional.empty();
    }
}
