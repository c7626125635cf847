package be.zeef.subject;

/** Why a text is not an acceptable INSZ. The names are safe to log: they hold nothing of the number. */
public enum InszFault {
    /** Not eleven digits. */
    SHAPE,
    /** Neither formula gives the last two digits. */
    CHECK_DIGITS,
    /** A month that neither the register, nor BIS numbers, nor test numbers use. */
    MONTH,
    /** A test number (month 61–72) in production. */
    TEST_NUMBER,
    /** A number that may be a real person's, in the sandbox. */
    REAL_NUMBER
}
