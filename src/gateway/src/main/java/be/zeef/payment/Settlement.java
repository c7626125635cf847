package be.zeef.payment;

import org.jdbi.v3.core.Handle;

/** Ends a file once nothing of it is open any more; within one transaction. */
public final class Settlement {

    private Settlement() {}

    /** @return how its transfers stand */
    public static AnswerCounts of(Handle handle, String agreement, PaymentFiles.Row file) {
        AnswerCounts counts = AnswerCounts.of(handle, agreement, file.name());
        if (counts.open() == 0 && file.state().hasLeft() && file.state() != PaymentFiles.State.SETTLED) {
            PaymentFiles.end(handle, file, PaymentFiles.State.SETTLED);
        }
        return counts;
    }
}
