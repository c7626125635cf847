package be.zeef.source;

/** A source gave no usable answer. What it would have said is UNKNOWN. The message says which source and what to do. */
public final class SourceUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SourceUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
