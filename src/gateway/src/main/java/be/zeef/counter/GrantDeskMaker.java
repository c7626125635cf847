package be.zeef.counter;

import be.zeef.claim.ClaimDesk;
import be.zeef.grant.GrantDesk;
import java.time.LocalDate;

/** Makes the desk at which grants are made under an agreement for a day. */
@FunctionalInterface
public interface GrantDeskMaker {

    /**
     * @throws be.zeef.validation.InvalidMessageException when there is no such agreement, it may not be used, or its
     *     recipient is not one that grants at once
     */
    GrantDesk desk(String agreement, LocalDate on);

    /** Makes the desk at which claims are entered under an agreement on a day. */
    @FunctionalInterface
    interface OfClaims {

        /**
         * @throws be.zeef.validation.InvalidMessageException when there is no such agreement, it may not be used, or nothing is
         *     claimed under it
         */
        ClaimDesk desk(String agreement, LocalDate on);
    }
}
