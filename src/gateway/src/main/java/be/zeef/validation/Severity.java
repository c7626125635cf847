package be.zeef.validation;

/** How much a finding weighs. FATAL stops reading, ERROR refuses the message, WARNING and INFORMATION let it pass. */
public enum Severity {
    FATAL,
    ERROR,
    WARNING,
    INFORMATION;

    /** Whether a message with such a finding is refused. */
    public boolean refuses() {
        return this == FATAL || this == ERROR;
    }
}
