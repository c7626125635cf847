package be.zeef.sync;

import be.zeef.inscription.EndUnneeded;
import be.zeef.inscription.InscribeBySoap;
import be.zeef.packing.DeliveryHead;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.source.Advice;
import be.zeef.subject.Subject;
import be.zeef.validation.Findings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Asked about one after the other. */
class AdviceGatheringTest extends GatheringContract {

    static final SyncPlan PLAN = new SyncPlan(
            "a",
            "a",
            "version",
            Optional.empty(),
            new SyncPlan.Measures(Set.of(), DAY),
            Map.of(),
            new SyncPlan.Granted(GrantPeriod.calendarYear(DAY), "", Set.of(), List.of(), false),
            new SyncPlan.Delivered(SyncPlan.Identifier.INSZ, DeliveryHead.Format.CSV, "test"));

    AdviceGatheringTest(Jdbi jdbi) {
        super(jdbi);
    }

    @Override
    Gathering gathering() {
        return new AdviceGathering(
                new Two(),
                (person, on, journal) -> {
                    asked.incrementAndGet();
                    onceAsked.run();
                    Outcome outcome = person.equals(YES) ? Outcome.ELIGIBLE : Outcome.NOT_ELIGIBLE;
                    return new Advice(new Decision(outcome, Map.of(), Optional.empty()), List.of(), false);
                },
                1,
                new EndUnneeded(new InscribeBySoap(new Inscribed(asked))));
    }

    @Override
    SyncPlan plan() {
        return PLAN;
    }

    private static final class Two implements Subjects {
        @Override
        public Gathering.Read read() {
            return new Gathering.Read("0".repeat(64), 2, 0, new Findings().report("two"));
        }

        @Override
        public List<Subject> all() {
            return List.of(new Subject(YES, ""), new Subject(NO, ""));
        }
    }
}
