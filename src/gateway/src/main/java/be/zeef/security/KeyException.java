package be.zeef.security;

/** A key is missing or cannot be used. The message says which and what to do, and holds nothing of the key. */
public final class KeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyException(String message) {
        super(message);
    }

    public KeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
