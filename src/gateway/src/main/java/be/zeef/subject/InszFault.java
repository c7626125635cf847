package be.zeef.subject;

import java.util.Locale;

/** Why a text is not an acceptable INSZ. The names are safe to log: they hold nothing of the number. */
public enum InszFault {
    /** Not eleven digits. */
    SHAPE,
    /** Neither formula gives the last two digits. */
    CHECK_DIGITS,
    /** A month that neither the register, nor BIS numbers, nor test numbers use. */
    MONTH,
    /** A serial number that nobody is given ({@link Insz}). */
    SERIAL,
    /** A birth that is still to come, of whoever's number it is. */
    NOT_BORN,
    /** A test number ({@link InszKind}) in production. */
    TEST_NUMBER,
    /** A number that may be a real person's, in the sandbox. */
    REAL_NUMBER;

    /** The code of the finding that tells of it to whoever keeps the population: {@code population.insz-check-digits}. */
    public String code() {
        return code("population");
    }

    /** The code of the finding of this family that tells of it. */
    public String code(String family) {
        return family + ".insz-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
