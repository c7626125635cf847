package be.zeef.cli;

/** An agreement cannot be made; the message says why and what to do. */
final class NewAgreementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewAgreementException(String message) {
        super(message);
    }
}
