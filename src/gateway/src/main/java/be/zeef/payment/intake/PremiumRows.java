package be.zeef.payment.intake;

import be.zeef.validation.Location;
import org.jdbi.v3.core.Handle;

/** Where the rows stand that premiums follow from, for somebody who opens VUTG's file. */
public final class PremiumRows {

    private PremiumRows() {}

    /** The row that a child's premium follows from; the whole where there is none. */
    public static Location of(Handle handle, String agreement, String child) {
        return Allowances.ofPremium(handle, agreement, child)
                .map(Allowances.Known::location)
                .orElse(Location.WHOLE);
    }
}
