package be.zeef.claim;

import be.zeef.agreement.Agreement;
import be.zeef.payment.OldPayments;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** Claims once they may not be kept any more. */
public final class OldClaims {

    private OldClaims() {}

    /**
     * Of years that ended up to this day, under an agreement that has claims; how many. One of which a transfer may still move money, or have to be
     * made again, stays until that is over: it says which association is to have it.
     */
    public static long remove(Handle handle, Agreement agreement, LocalDate until) {
        ClaimYears years = new ClaimYears(agreement, agreement.claims().orElseThrow());
        return Claims.remove(
                handle, agreement.id(), years.endedUpTo(until), OldPayments.unfinished(handle, agreement.id()));
    }
}
