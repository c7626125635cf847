package be.zeef.payment;

/** What was asked of payments is refused. The message says why and what to do; it holds no personal data. */
public sealed class PaymentRefusedException extends RuntimeException permits NoSuchPaymentFileException {

    private static final long serialVersionUID = 1L;

    public PaymentRefusedException(String message) {
        super(message);
    }
}
