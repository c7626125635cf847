package be.zeef.sync;

import be.zeef.run.Run;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Facts;
import be.zeef.sieve.Outcome;
import be.zeef.sieve.Rule;
import be.zeef.sieve.Ternary;
import be.zeef.subject.Insz;
import be.zeef.subject.Population;
import java.util.BitSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Decides about everyone of a population whose facts are in memory. All of it is one transaction: a run that dies here
 * has decided nothing.
 */
public final class Decide {

    private final Rule rule;

    public Decide(Rule rule) {
        this.rule = rule;
    }

    /**
     * The places of those about whom the welfare database is to be asked: those whom the status alone does not decide about,
     * and those who hold a grant, for whom more is at stake than their own household ({@link HouseholdGrants}).
     *
     * @param known without measures
     */
    BitSet undecided(Run run, Known known) {
        BitSet open =
                run.plan().list().orElseThrow().households() ? openHouseholds(run, known) : openPeople(run, known);
        BitSet undecided = known.before().wanted();
        for (int place = undecided.nextSetBit(0); place >= 0; place = undecided.nextSetBit(place + 1)) {
            undecided.set(
                    place,
                    open.get(known.before().subjectOf(place)) || known.before().holds(place));
        }
        return undecided;
    }

    private BitSet openHouseholds(Run run, Known known) {
        Population population = known.population();
        SortedMap<String, HouseholdFact> statuses = known.statuses().folded(population);
        BitSet open = new BitSet(population.size());
        population.eachHousehold(
                head -> open.set(head, isOpen(householdFacts(run, population, head, statuses, Ternary.UNKNOWN))));
        return open;
    }

    private BitSet openPeople(Run run, Known known) {
        BitSet open = new BitSet(known.population().size());
        for (int place = 0; place < known.population().size(); place++) {
            open.set(place, isOpen(personFacts(run, known, place, Ternary.UNKNOWN)));
        }
        return open;
    }

    private boolean isOpen(Facts facts) {
        return rule.decide(facts).outcome() == Outcome.UNDETERMINED;
    }

    /** The run as it stands after its decisions were stored. */
    Run run(Run run, Known known) {
        run.progress().step("deciding", known.population().size());
        return run.jdbi().inTransaction(handle -> {
            Decisions.forget(handle, run.row().id());
            long refused;
            long settled;
            try (DecisionWriter writer =
                    new DecisionWriter(run, handle, !run.plan().granted().eligibleOnly())) {
                settled = run.plan().list().orElseThrow().households()
                        ? households(run, known, handle, writer)
                        : people(run, known, writer);
                refused = writer.refused();
            }
            return FinishDeciding.store(run, handle, refused, settled);
        });
    }

    /** How many were not decided about, because they have the period's grant. */
    private long households(Run run, Known known, Handle handle, DecisionWriter writer) {
        Population population = known.population();
        HouseholdGrants grants = new HouseholdGrants(run, known);
        long[] settled = {0};
        SortedMap<String, HouseholdFact> statuses = known.statuses().folded(population);
        HouseholdFact measures = HouseholdFact.fold(population, known.measure());
        population.eachHousehold(head -> {
            run.progress().advance(population.householdSize(head));
            if (known.before().settles(head)) {
                settled[0]++;
                return;
            }
            Facts facts = householdFacts(run, population, head, statuses, measures.of(population, head));
            Optional<Cause> unknown = Stream.concat(statuses.values().stream(), Stream.of(measures))
                    .flatMap(fact -> fact.why(population, head).stream())
                    .reduce(Cause::or);
            grants.write(writer, head, tellable(known, head, decision(facts, unknown)));
        });
        grants.remember(handle);
        return settled[0];
    }

    private static Facts householdFacts(
            Run run, Population population, int head, SortedMap<String, HouseholdFact> statuses, Ternary measure) {
        Facts facts = facts(run, measure);
        statuses.forEach((input, fact) -> facts.with(input, fact.of(population, head)));
        return facts.with("gezinsgrootte", population.householdSize(head));
    }

    private static Facts personFacts(Run run, Known known, int place, Ternary measure) {
        Facts facts = facts(run, measure);
        known.statuses().inputs().forEach((input, fact) -> facts.with(input, fact.of(place)));
        return facts;
    }

    /** Likewise. */
    private long people(Run run, Known known, DecisionWriter writer) {
        Population population = known.population();
        long settled = 0;
        for (int place = 0; place < population.size(); place++) {
            run.progress().advance(1);
            if (known.before().settles(place)) {
                settled++;
                continue;
            }
            Facts facts = personFacts(run, known, place, known.measure().of(place));
            Optional<Cause> unknown = unknown(known, place);
            writer.write(
                    Insz.ofChecked(population.at(place)),
                    tellable(known, place, decision(facts, unknown)),
                    population.columns().of(place));
        }
        return settled;
    }

    private static Facts facts(Run run, Ternary measure) {
        Facts facts = new Facts();
        if (!run.plan().measures().isEmpty()) {
            facts.with("ocmwMaatregel", measure);
        }
        run.plan().parameters().forEach(facts::with);
        return facts;
    }

    /** Of the causes of what is not known the first to be looked at; empty when all is known. */
    private static Optional<Cause> unknown(Known known, int place) {
        Stream<PersonFact> facts =
                Stream.concat(known.statuses().inputs().values().stream(), Stream.of(known.measure()));
        return facts.filter(fact -> fact.of(place) == Ternary.UNKNOWN)
                .map(fact -> fact.why(place))
                .reduce(Cause::or);
    }

    /** @param unknown why a fact is not known; without one the rule itself leaves open what it does not decide */
    private Decision decision(Facts facts, Optional<Cause> unknown) {
        return rule.decide(facts).because(unknown.orElse(Cause.RULE_OPEN));
    }

    /**
     * What is due to a household whose reference person has died waits until the register names another, and what cannot be told as the
     * population says it, because that is not agreed, until it says it otherwise: told without it, or otherwise, it may never arrive.
     */
    private static Decision tellable(Known known, int place, Decision decided) {
        // neither yes nor no is decided about somebody who objected, whatever others of the household would give
        if (known.objected().get(place)) {
            return Decision.undetermined(Cause.OBJECTED);
        }
        Population population = known.population();
        if (decided.outcome() != Outcome.ELIGIBLE) {
            return decided;
        }
        if (population.withoutReference(place)) {
            return Decision.undetermined(Cause.HOUSEHOLD);
        }
        return population.columns().unknown(place) ? Decision.undetermined(Cause.COLUMN_NOT_AGREED) : decided;
    }
}
