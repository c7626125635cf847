package be.zeef.standing;

import be.zeef.agreement.Agreement.Validity;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The states of an agreement's version. The first five follow from its approvals and its days and are stored nowhere. */
public enum State {
    /** No data-protection officer has approved it. */
    DRAFT,
    /** One of both has. */
    ADVISED,
    /** Both have, and its first day has not come. */
    APPROVED,
    /** Both have, and this is one of its days. */
    IN_FORCE,
    /** Both had, and its last day is over. */
    EXPIRED,
    /** An officer suspended it, and none resumed it. */
    SUSPENDED,
    /** An officer revoked it. */
    REVOKED;

    /** How many approve it: the officer of either party. */
    private static final int BOTH = 2;

    /**
     * What it is.
     *
     * @param approvals that count, 0 to 2
     * @param halt what officers did to it, when that stops it
     */
    public static State of(int approvals, Validity validity, LocalDate today, Optional<Halt> halt) {
        if (halt.isPresent()) {
            return halt.get().isForGood() ? REVOKED : SUSPENDED;
        }
        if (approvals < BOTH) {
            return approvals == 0 ? DRAFT : ADVISED;
        }
        if (today.isBefore(validity.from())) {
            return APPROVED;
        }
        return today.isAfter(validity.until()) ? EXPIRED : IN_FORCE;
    }

    /** As people write it, such as {@code in force}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
