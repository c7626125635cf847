package be.zeef.counter;

import be.zeef.validation.InvalidMessageException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Whether what desks were made of may still be used, which somebody may edit at any time.
 *
 * @param agreement refuses, with an {@link InvalidMessageException}, an agreement of which it may not
 * @param changed says whether anything was edited, whether or not that stops questions
 */
public record UnchangedAgreements(Consumer<String> agreement, BooleanSupplier changed) {

    /** @throws ProblemException 503 when what was loaded of this agreement may no longer be used */
    void require(String id) {
        try {
            agreement.accept(id);
        } catch (InvalidMessageException e) {
            throw ProblemException.because(503, "counter.changed", e);
        }
    }
}
