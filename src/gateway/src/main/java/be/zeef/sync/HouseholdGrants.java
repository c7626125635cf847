package be.zeef.sync;

import be.zeef.grant.GrantMembers;
import be.zeef.run.Run;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.sieve.Ternary;
import be.zeef.subject.Insz;
import be.zeef.subject.Population;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.BitSet;
import org.jdbi.v3.core.Handle;

/**
 * Sees to it that a household is granted once in a period, whatever becomes of it, where the agreement says
 * {@code once: household-members}: not when one of its members who give it the right stood in a household that was granted.
 * (A household whose reference person did is not decided about at all.) Whoever stands in a household that is granted is
 * remembered, but for who objected: the grant rests on the others. Without that word of the agreement it bars nobody and remembers nobody.
 */
final class HouseholdGrants {

    private final Run run;
    private final Population population;
    private final boolean ofMembers;
    private final HouseholdFact entitledBefore;
    private final BitSet objected;
    private final BitSet granted = new BitSet();
    private long barred;

    HouseholdGrants(Run run, Known known) {
        this.run = run;
        this.population = known.population();
        this.objected = known.objected();
        this.ofMembers = run.plan().granted().ofMembers();
        PersonFact entitled = known.statuses().any().or(known.measure());
        this.entitledBefore = HouseholdFact.fold(population, known.before().of(entitled));
    }

    /** Writes what was decided about a household, with the grant that it is given. */
    void write(DecisionWriter writer, int head, Decision decided) {
        Insz reference = Insz.ofChecked(population.at(head));
        Ternary brought =
                ofMembers && decided.outcome() == Outcome.ELIGIBLE ? entitledBefore.ofKnownMembers(head) : Ternary.NO;
        switch (brought) {
            case YES -> {
                writer.decide(reference, decided);
                barred++;
            }
            case UNKNOWN -> writer.decide(reference, Decision.undetermined(entitledBefore.whyOfKnownMembers(head)));
            default ->
                granted.set(
                        head,
                        writer.write(reference, decided, population.columns().of(head)));
        }
    }

    /** Remembers who stood in the households that were granted, and tells how many were barred. */
    void remember(Handle handle) {
        if (barred > 0) {
            run.findings().tell(Finding.information("sync.granted-elsewhere", Location.WHOLE, Long.toString(barred)));
        }
        if (!ofMembers) {
            return;
        }
        try (GrantMembers members = new GrantMembers(handle, run.people(), run.year())) {
            for (int place = 0; place < population.size(); place++) {
                int head = population.referenceOf(place);
                if (head >= 0 && head != place && granted.get(head) && !objected.get(place)) {
                    members.add(population.at(place), population.at(head));
                }
            }
        }
    }
}
