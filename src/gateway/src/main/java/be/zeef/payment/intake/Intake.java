package be.zeef.payment.intake;

import be.zeef.payment.PaymentTally;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** Where transfers come from before they are put into a file for the bank. Each call is for a run on a day. */
public interface Intake {

    /** Makes the transfers that are due on this day and not made yet; what is taken in twice is made once. */
    void upTo(LocalDate on, PaymentTally tally);

    /** How what was taken in stands after a run; tells what waits for somebody. */
    MonthRows rows(Handle handle, LocalDate on, PaymentTally tally);
}
