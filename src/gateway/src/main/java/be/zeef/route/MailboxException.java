package be.zeef.route;

/** A partner's mailbox could not be reached or refused a file. The message says which and what to do. */
public final class MailboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason what the partner's server said, or what kind of failure it was; names nothing and nobody */
    public MailboxException(String message, String reason, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Such as {@code 552 Quota exceeded}, or {@code ConnectException}; for a finding. */
    public String reason() {
        return reason;
    }
}
