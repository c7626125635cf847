package be.zeef.sieve;

/** A rule cannot be used. The message names the file and what to do. */
public final class RuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RuleException(String message, Throwable cause) {
        super(message, cause);
    }
}
