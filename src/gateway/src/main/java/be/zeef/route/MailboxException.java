package be.zeef.route;

/** A partner's mailbox could not be reached or refused a file. The message says which and what to do. */
public final class MailboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MailboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
