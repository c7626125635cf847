package be.zeef.sync;

import be.zeef.run.Run;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Facts;
import be.zeef.sieve.Rule;
import be.zeef.sieve.Ternary;
import be.zeef.subject.Insz;
import be.zeef.subject.Population;
import java.util.Optional;

/**
 * Decides about everyone of a population whose facts are in memory. All of it is one transaction: a run that dies here
 * has decided nothing.
 */
public final class Decide {

    private final Rule rule;

    public Decide(Rule rule) {
        this.rule = rule;
    }

    /** The run as it stands after its decisions were stored. */
    Run run(Run run, Known known) {
        run.progress().step("deciding", known.population().size());
        return run.jdbi().inTransaction(handle -> {
            Decisions.forget(handle, run.row().id());
            long refused;
            try (DecisionWriter writer =
                    new DecisionWriter(run, handle, !run.plan().granted().eligibleOnly())) {
                if (run.plan().list().orElseThrow().households()) {
                    households(run, known, writer);
                } else {
                    people(run, known, writer);
                }
                refused = writer.refused();
            }
            return FinishDeciding.store(run, handle, refused);
        });
    }

    private void households(Run run, Known known, DecisionWriter writer) {
        Population population = known.population();
        HouseholdFact statuses = HouseholdFact.fold(population, known.status());
        HouseholdFact measures = HouseholdFact.fold(population, known.measure());
        population.eachHousehold(head -> {
            Facts facts = facts(run, statuses.of(population, head), measures.of(population, head))
                    .with("gezinsgrootte", population.householdSize(head));
            Optional<Cause> unknown = first(statuses.why(population, head), measures.why(population, head));
            decide(writer, population.at(head), facts, unknown);
            run.progress().advance(population.householdSize(head));
        });
    }

    private void people(Run run, Known known, DecisionWriter writer) {
        Population population = known.population();
        for (int place = 0; place < population.size(); place++) {
            Facts facts = facts(run, known.status().of(place), known.measure().of(place));
            Optional<Cause> unknown = first(unknown(known.status(), place), unknown(known.measure(), place));
            decide(writer, population.at(place), facts, unknown);
            run.progress().advance(1);
        }
    }

    private static Facts facts(Run run, Ternary status, Ternary measure) {
        Facts facts = new Facts().with(run.plan().list().orElseThrow().input(), status);
        if (!run.plan().measures().isEmpty()) {
            facts.with("ocmwMaatregel", measure);
        }
        run.plan().parameters().forEach(facts::with);
        return facts;
    }

    private static Optional<Cause> unknown(PersonFact fact, int place) {
        return fact.of(place) == Ternary.UNKNOWN ? Optional.of(fact.why(place)) : Optional.empty();
    }

    private static Optional<Cause> first(Optional<Cause> one, Optional<Cause> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(one.get().or(other.get())) : one.or(() -> other);
    }

    /** @param unknown why a fact is not known; without one the rule itself leaves open what it does not decide */
    private void decide(DecisionWriter writer, long insz, Facts facts, Optional<Cause> unknown) {
        writer.write(Insz.ofChecked(insz), rule.decide(facts).because(unknown.orElse(Cause.RULE_OPEN)));
    }
}
