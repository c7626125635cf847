package be.zeef.sync;

import be.zeef.plan.SyncPlan;
import org.jdbi.v3.core.Jdbi;

/** A run that only hands over. */
class NoGatheringTest extends GatheringContract {

    NoGatheringTest(Jdbi jdbi) {
        super(jdbi);
    }

    @Override
    Gathering gathering() {
        return new NoGathering();
    }

    @Override
    SyncPlan plan() {
        return AdviceGatheringTest.PLAN;
    }
}
