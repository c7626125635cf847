package be.zeef.sync;

import be.zeef.run.Run;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Facts;
import be.zeef.sieve.Ternary;
import be.zeef.subject.Insz;
import be.zeef.subject.Population;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Decides about everyone of a population whose facts are in memory. All of it is one transaction: a run that dies here
 * has decided nothing.
 */
final class Decide {

    private final Run run;
    private final Population population;
    private final PersonFact status;
    private final PersonFact measure;

    /**
     * @param status what the list source said, by place
     * @param measure what the welfare database said, by place
     */
    Decide(Run run, Population population, PersonFact status, PersonFact measure) {
        this.run = run;
        this.population = population;
        this.status = status;
        this.measure = measure;
    }

    /** The run as it stands after its decisions were stored. */
    Run run() throws SQLException {
        run.progress().step("deciding", population.size());
        boolean households = run.plan().list().orElseThrow().households();
        return run.tools().jdbi().<Run, SQLException>inTransaction(handle -> {
            DecisionDigest.forget(handle, run.row().id());
            long refused;
            try (DecisionWriter writer =
                    new DecisionWriter(run, handle, !run.plan().granted().eligibleOnly())) {
                if (households) {
                    households(writer);
                } else {
                    people(writer);
                }
                refused = writer.refused();
            }
            return FinishDeciding.store(run, handle, refused);
        });
    }

    private void households(DecisionWriter writer) {
        HouseholdFact statuses = HouseholdFact.fold(population, status);
        HouseholdFact measures = HouseholdFact.fold(population, measure);
        population.eachHousehold(head -> {
            Facts facts = facts(statuses.of(population, head), measures.of(population, head))
                    .with("gezinsgrootte", population.householdSize(head));
            decide(writer, head, facts, first(statuses.why(population, head), measures.why(population, head)));
            run.progress().advance(population.householdSize(head));
        });
    }

    private void people(DecisionWriter writer) {
        for (int place = 0; place < population.size(); place++) {
            Ternary itsStatus = status.of(place);
            Ternary itsMeasure = measure.of(place);
            decide(
                    writer,
                    place,
                    facts(itsStatus, itsMeasure),
                    first(why(status, itsStatus, place), why(measure, itsMeasure, place)));
            run.progress().advance(1);
        }
    }

    private Facts facts(Ternary itsStatus, Ternary itsMeasure) {
        Facts facts = new Facts().with(run.plan().list().orElseThrow().input(), itsStatus);
        if (!run.plan().measures().isEmpty()) {
            facts.with("ocmwMaatregel", itsMeasure);
        }
        run.plan().parameters().forEach(facts::with);
        return facts;
    }

    private static Optional<Cause> why(PersonFact fact, Ternary value, int place) {
        return value == Ternary.UNKNOWN ? Optional.of(fact.why(place)) : Optional.empty();
    }

    private static Optional<Cause> first(Optional<Cause> one, Optional<Cause> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(one.get().or(other.get())) : one.or(() -> other);
    }

    /** @param unknown why a fact is not known; without one the rule itself leaves open what it does not decide */
    private void decide(DecisionWriter writer, int place, Facts facts, Optional<Cause> unknown) {
        writer.write(
                Insz.ofChecked(population.at(place)),
                "",
                run.tools().rule().decide(facts).because(unknown.orElse(Cause.RULE_OPEN)));
    }
}
