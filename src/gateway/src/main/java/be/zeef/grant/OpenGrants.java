package be.zeef.grant;

import be.zeef.ledger.Ledger;
import be.zeef.ledger.Written;
import be.zeef.ledger.event.GrantsClosed;
import be.zeef.run.SyncRefusedException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * What an agreement granted and its recipient has not settled, and a person's word that nothing more is to be done for what
 * has ended. Nothing closes by itself: runs tell it until somebody decides.
 */
public final class OpenGrants {

    private final Jdbi jdbi;
    private final Ledger ledger;
    private final String agreement;

    public OpenGrants(Jdbi jdbi, Ledger ledger, String agreement) {
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.agreement = agreement;
    }

    /** By their last day, the oldest first. */
    public List<OpenPeriod> periods() {
        return jdbi.withHandle(handle -> OpenPeriod.of(handle, agreement));
    }

    /**
     * Closes what is in no delivery or was refused and ended on this day: no run delivers or tells it any more. What awaits
     * its receipt stays open. A better value that waits for what is settled is closed too, and the earlier one stays. The ledger keeps who closed it and why.
     *
     * @param today a period that has not ended by now is not closed: runs go on trying
     * @param clerk who decided it ({@link Written#faultOfName})
     * @param reason in words ({@link Written#faultOfReason})
     * @return how many were closed
     * @throws SyncRefusedException when the period has not ended
     */
    public long close(LocalDate until, LocalDate today, String clerk, String reason) {
        if (Written.faultOfName(clerk, "clerk").isPresent()
                || Written.faultOfReason(reason.strip(), "reason").isPresent()
                || Written.faultOfBoth(clerk, reason, "reason").isPresent()) {
            throw new IllegalArgumentException("closing needs a clerk and a reason that can be kept");
        }
        if (!until.isBefore(today)) {
            throw new SyncRefusedException("What ends on " + until + " has not ended yet: the next run delivers it."
                    + " Close it after that day, if it is still open then.");
        }
        return jdbi.inTransaction(handle -> {
            long settled = Improvements.close(handle, agreement, until);
            long grants = Grants.close(handle, agreement, until);
            Improvements.forgetClosed(handle, agreement, until);
            long closed = settled + grants;
            ledger.append(
                    handle, agreement, GrantWriter.NO_RUN, new GrantsClosed(until, closed, clerk, reason.strip()));
            return closed;
        });
    }
}
