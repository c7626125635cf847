package be.zeef.grant;

import be.zeef.ledger.Ledger;
import be.zeef.ledger.Written;
import be.zeef.ledger.event.GrantedByHand;
import be.zeef.plan.SyncPlan;
import be.zeef.security.Keys;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Grants that a clerk enters on a proof, for who came to be entitled after the population was asked about. They stand
 * beside those of a run and go out with the next delivery. The ledger keeps who entered it and why.
 */
public final class HandGrants {

    private final Jdbi jdbi;
    private final Keys keys;
    private final Ledger ledger;

    public HandGrants(Jdbi jdbi, Keys keys, Ledger ledger) {
        this.jdbi = jdbi;
        this.keys = keys;
        this.ledger = ledger;
    }

    /** What became of it. */
    public enum Result {
        GRANTED,
        /** The person has this period's grant already; nothing was changed. */
        ALREADY
    }

    /**
     * Grants.
     *
     * @param clerk who enters it ({@link Written#faultOfName})
     * @param reason names the proof ({@link Written#faultOfReason})
     * @param value what is granted; empty where there is only yes
     * @throws be.zeef.ledger.ObjectedException when the person objected or is restricted; nothing was granted then
     * @throws IllegalArgumentException when the clerk or the reason cannot be kept, or the agreement does not let the value out
     */
    public Result grant(SyncPlan plan, Insz person, String value, String clerk, String reason) {
        if (Written.faultOfName(clerk, "clerk").isPresent()
                || Written.faultOfReason(reason.strip(), "reason").isPresent()
                || Written.faultOfBoth(clerk, reason, "reason").isPresent()
                || !plan.granted().allows(value)) {
            throw new IllegalArgumentException(
                    "a grant needs a clerk and a reason that can be kept and a value that is agreed");
        }
        PeopleAtRest people = new PeopleAtRest(keys, plan.agreement(), plan.benefit());
        return jdbi.inTransaction(handle -> {
            int changed;
            try (GrantWriter grants = new GrantWriter(handle, plan.granted(), GrantWriter.NO_RUN, people)) {
                grants.grant(person, "", value);
                changed = grants.flush();
            }
            Result result = changed > 0 ? Result.GRANTED : Result.ALREADY;
            ledger.append(
                    handle,
                    plan.benefit(),
                    GrantWriter.NO_RUN,
                    new GrantedByHand(
                            plan.version(),
                            people.pseudonym(person),
                            clerk,
                            reason.strip(),
                            plan.granted().from(value, Optional.empty()),
                            plan.granted().period().until(),
                            result.name()));
            return result;
        });
    }
}
