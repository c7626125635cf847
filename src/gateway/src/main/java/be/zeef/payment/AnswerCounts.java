package be.zeef.payment;

import org.jdbi.v3.core.Handle;

/** How many transfers of a file the bank accepted, refused, or said nothing final of. What people closed counts as they closed it. */
public record AnswerCounts(long accepted, long rejected, long open) {

    public static AnswerCounts of(Handle handle, String agreement, String file) {
        long accepted = 0;
        long rejected = 0;
        long open = 0;
        for (Payments.Row payment : Payments.ofFile(handle, agreement, file)) {
            switch (payment.state()) {
                case ACCEPTED, PAID -> accepted++;
                case REJECTED, GIVEN_UP -> rejected++;
                default -> open++;
            }
        }
        return new AnswerCounts(accepted, rejected, open);
    }
}
