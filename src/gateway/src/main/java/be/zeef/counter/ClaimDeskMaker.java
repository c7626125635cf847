package be.zeef.counter;

import be.zeef.claim.ClaimDesk;
import java.time.LocalDate;

/** Makes the desk at which claims are entered under an agreement on a day. */
@FunctionalInterface
public interface ClaimDeskMaker {

    /**
     * @throws be.zeef.validation.InvalidMessageException when there is no such agreement, it may not be used, or nothing is
     *     claimed under it
     */
    ClaimDesk desk(String agreement, LocalDate on);
}
