package be.zeef.cli.argument;

/** An agreement cannot be made; the message says why and what to do. */
public final class NewAgreementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NewAgreementException(String message) {
        super(message);
    }
}
