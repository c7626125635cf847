package be.zeef.sync;

import be.zeef.plan.SyncPlan;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.source.Advice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One piece of advice about somebody who lives in two households: either may grant, the better grant counts, and it is a no only
 * when it is one by both.
 */
final class EitherHousehold {

    private EitherHousehold() {}

    /** @param each one at least */
    static Advice of(List<Advice> each, SyncPlan.Granted granted) {
        Decision best = each.stream()
                .map(Advice::decision)
                .reduce((one, other) -> better(one, other, granted))
                .orElseThrow();
        Optional<LocalDate> since = each.stream()
                .filter(advice -> advice.decision().equals(best))
                .flatMap(advice -> advice.since().stream())
                .min(LocalDate::compareTo);
        return new Advice(
                best,
                each.stream()
                        .flatMap(advice -> advice.reasons().stream())
                        .distinct()
                        .toList(),
                each.stream().anyMatch(Advice::barred),
                each.stream().mapToInt(Advice::notYetBorn).sum(),
                since);
    }

    private static Decision better(Decision one, Decision other, SyncPlan.Granted granted) {
        if (one.outcome() != other.outcome()) {
            return rank(one.outcome()) < rank(other.outcome()) ? one : other;
        }
        return switch (one.outcome()) {
            case ELIGIBLE -> granted.isBetter(other.flag(granted.flag()), one.flag(granted.flag())) ? other : one;
            case UNDETERMINED -> Decision.undetermined(why(one).or(why(other)));
            case NOT_ELIGIBLE -> one;
        };
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case ELIGIBLE -> 0;
            case UNDETERMINED -> 1;
            case NOT_ELIGIBLE -> 2;
        };
    }

    private static Cause why(Decision decision) {
        return decision.cause().orElse(Cause.RULE_OPEN);
    }
}
