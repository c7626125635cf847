package be.zeef.recipient;

import be.zeef.subject.Insz;
import java.time.LocalDate;
import java.util.List;

/**
 * Where a decision of {@code ELIGIBLE} becomes a social tariff. Granting is idempotent: granted twice, the recipient has it
 * once. The caller writes the intent into the ledger before and the outcome after. Thread-safe.
 */
public interface SocialTariffs {

    /**
     * Sees to it that the person has the social tariff until this day at least.
     *
     * @return how it ended; never an exception for what a recipient or a network can do
     */
    default Grant grant(Insz person, LocalDate until) {
        return grant(person, until, "");
    }

    /**
     * The same onto a new physical card.
     *
     * @param card number of the card that the clerk hands out; empty to leave the person's pass as it is
     */
    Grant grant(Insz person, LocalDate until, String card);

    /** The tariff a person has now, by the recipient's own word and not by its end date. */
    Tariff current(Insz person);

    /**
     * What granting takes and the recipient does not let us do, by its own names; empty when nothing is missing.
     *
     * @throws IllegalStateException when the recipient cannot be asked
     */
    List<String> missingPermissions();
}
