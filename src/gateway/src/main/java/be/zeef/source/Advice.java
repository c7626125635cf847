package be.zeef.source;

import be.zeef.sieve.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is advised about one subject, and nothing of why but codes.
 *
 * @param decision outcome and flags, and where it is undetermined the cause
 * @param reasons why it could not be said, as codes such as {@code GeefPersoon-02.02 60006}; for the operator, never for
 *     a counter or a recipient
 * @param barred whether a source refuses us, not this subject: everyone else would be refused too
 * @param notYetBorn how many people of the household were left out because they were born after the day
 * @param since from when the right runs that the decision stands on, where a source says it
 */
public record Advice(
        Decision decision, List<String> reasons, boolean barred, int notYetBorn, Optional<LocalDate> since) {
    public Advice {
        reasons = List.copyOf(reasons);
    }

    public Advice(Decision decision, List<String> reasons, boolean barred) {
        this(decision, reasons, barred, 0, Optional.empty());
    }
}
