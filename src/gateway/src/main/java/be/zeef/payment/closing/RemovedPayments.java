package be.zeef.payment.closing;

import be.zeef.ledger.Recorded;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.Payments;
import java.time.LocalDate;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Up to which day the ledger says that payments were removed, by agreement: how those were closed was removed with them. */
final class RemovedPayments {

    private static final String PAYMENTS = "payments";

    private final Handle handle;
    private final Map<String, LocalDate> until;

    RemovedPayments(Handle handle) {
        this.handle = handle;
        this.until = Recorded.removedUpTo(handle, PAYMENTS);
    }

    /**
     * Whether how something was closed on this day may be gone.
     *
     * @param what as it was signed; what still stands has its signatures
     */
    boolean has(String agreement, String what, LocalDate day) {
        return until.containsKey(agreement)
                && !day.isAfter(until.get(agreement))
                && Payments.find(handle, agreement, what).isEmpty()
                && PaymentFiles.find(handle, agreement, what).isEmpty();
    }
}
