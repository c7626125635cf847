package be.zeef.payment;

import be.zeef.subject.HiddenNumber;
import be.zeef.validation.PlainText;

/** There is no payment file of the name that was given. The message repeats it only where it can hold no person's number. */
public final class NoSuchPaymentFileException extends PaymentRefusedException {

    private static final long serialVersionUID = 1L;

    public NoSuchPaymentFileException(String name) {
        super("there is no payment file " + (HiddenNumber.in(name) ? "of this name" : PlainText.of(name))
                + ". Take a name that zeef payment list shows.");
    }
}
