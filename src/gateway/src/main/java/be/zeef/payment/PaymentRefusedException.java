package be.zeef.payment;

/** What was asked of payments is refused. The message says why and what to do; it holds no personal data. */
public final class PaymentRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PaymentRefusedException(String message) {
        super(message);
    }
}
