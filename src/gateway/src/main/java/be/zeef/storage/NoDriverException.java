package be.zeef.storage;

/** No driver takes a database's URL. */
final class NoDriverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoDriverException(Throwable cause) {
        super("no driver", cause);
    }
}
