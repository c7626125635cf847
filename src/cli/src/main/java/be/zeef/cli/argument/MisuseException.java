package be.zeef.cli.argument;

/** What was typed is wrong; the message says what and how to type it, and repeats nothing that may hold a person's number. */
public final class MisuseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MisuseException(String message) {
        super(message);
    }
}
