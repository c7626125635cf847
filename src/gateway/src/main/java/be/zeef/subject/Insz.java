package be.zeef.subject;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Belgian social-security identification number (INSZ / NISS): eleven digits {@code YYMMDD SSS CC}.
 *
 * <p>The number itself is personal data: it has no {@code toString} and leaves this class only through
 * {@link #digits()} and {@link #value()}, which are called where a message to a source or recipient is written.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>the months of {@link InszKind};
 *   <li>{@code SSS} counts who was born on one day, men by odd numbers from 001 to 997 and women by even ones from 002 to 998
 *       (Royal Decree of 3 April 1984); BIS numbers and test numbers follow it. 000 and 999 are nobody's;
 *   <li>the arithmetic of MAGDA's "Validatiemethodes": {@code CC = 97 − (first nine mod 97)}, with 2 000 000 000 added for births
 *       from 2000. The two formulas never fit at once, so the check digits tell the century;
 *   <li>a number is given to who is born: none tells a birth that is still to come.
 * </ul>
 */
public final class Insz implements Comparable<Insz> {

    private static final long BORN_FROM_2000 = 2_000_000_000L;
    private static final int FIRST_SERIAL = 1;
    private static final int LAST_SERIAL = 998;

    private final long value;

    private Insz(long value) {
        this.value = value;
    }

    /**
     * Reads a number that comes from outside and says what is wrong with it, if anything is.
     *
     * @param bornBy the last day on which its bearer can be born ({@link DayRule#bornBy}). Of a birth that the number does not
     *     tell whole the earliest day counts, so that nobody who may be born is refused
     * @return why the text is no number of this realm, or empty when it is one
     */
    public static Optional<InszFault> fault(CharSequence text, Realm realm, LocalDate bornBy) {
        return fault(text, realm)
                .or(() -> isBornAfter(Long.parseLong(text, 0, 11, 10), bornBy)
                        ? Optional.of(InszFault.NOT_BORN)
                        : Optional.empty());
    }

    /**
     * The number that came from outside in this text.
     *
     * @param bornBy the last day on which its bearer can be born ({@link DayRule#bornBy})
     * @throws IllegalArgumentException naming the fault, never the number, when the text is no number of this realm
     */
    public static Insz of(CharSequence text, Realm realm, LocalDate bornBy) {
        return of(text, realm, fault(text, realm, bornBy));
    }

    /**
     * What is wrong with a number as it stands, on whatever day it is looked at. For one that came in before; what comes from
     * outside is held against the day too ({@link #fault(CharSequence, Realm, LocalDate)}).
     *
     * @return why the text is no number of this realm, or empty when it is one
     */
    public static Optional<InszFault> fault(CharSequence text, Realm realm) {
        if (text.length() != 11) {
            return Optional.of(InszFault.SHAPE);
        }
        long value = 0;
        for (int i = 0; i < 11; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.of(InszFault.SHAPE);
            }
            value = value * 10 + digit;
        }
        return faultOf(value, realm);
    }

    /**
     * The number in this text, on whatever day it is looked at ({@link #fault(CharSequence, Realm)}).
     *
     * @throws IllegalArgumentException naming the fault, never the number, when the text is no number of this realm
     */
    public static Insz of(CharSequence text, Realm realm) {
        return of(text, realm, fault(text, realm));
    }

    private static Insz of(CharSequence text, Realm realm, Optional<InszFault> fault) {
        if (fault.isPresent()) {
            throw new IllegalArgumentException("not an INSZ of the " + realm + " realm: " + fault.get());
        }
        return new Insz(Long.parseLong(text, 0, 11, 10));
    }

    /**
     * The number in this text, of whichever realm; empty when it is none. For what a source says, which knows better than any
     * clock of ours who is born.
     */
    public static Optional<Insz> parse(CharSequence text) {
        return Stream.of(Realm.values())
                .filter(realm -> fault(text, realm).isEmpty())
                .findFirst()
                .map(realm -> of(text, realm));
    }

    /** The number with this value, which was checked before it was stored as a {@code long}. */
    public static Insz ofChecked(long value) {
        return new Insz(value);
    }

    /** Eleven digits. Call this only where a message to a source or a recipient is written. */
    public String digits() {
        String text = Long.toString(value);
        return "0".repeat(11 - text.length()) + text;
    }

    /** The number as a {@code long} below 10¹¹, for compact tables in memory. */
    public long value() {
        return value;
    }

    /**
     * The earliest day of birth that the number leaves open. A month or a day that it does not tell (00, or a day that its
     * month has not) is taken for the first.
     */
    public LocalDate earliestBirth() {
        return earliestBirth(value);
    }

    private static boolean isBornAfter(long value, LocalDate day) {
        return yearOfBirth(value) >= day.getYear() && earliestBirth(value).isAfter(day);
    }

    private static int yearOfBirth(long value) {
        boolean late = value % 100 == 97 - (BORN_FROM_2000 + value / 100) % 97;
        return (late ? 2000 : 1900) + (int) (value / 1_000_000_000L);
    }

    private static LocalDate earliestBirth(long value) {
        int written = writtenMonth(value);
        int month = Math.max(
                1, InszKind.of(written).map(kind -> kind.month(written)).orElse(1));
        int day = (int) (value / 100_000 % 100);
        LocalDate first = LocalDate.of(yearOfBirth(value), month, 1);
        return day >= 1 && day <= first.lengthOfMonth() ? first.withDayOfMonth(day) : first;
    }

    private static Optional<InszFault> faultOf(long value, Realm realm) {
        long firstNine = value / 100;
        int check = (int) (value % 100);
        boolean fits = check == 97 - firstNine % 97 || check == 97 - (BORN_FROM_2000 + firstNine) % 97;
        if (!fits) {
            return Optional.of(InszFault.CHECK_DIGITS);
        }
        Optional<InszKind> kind = InszKind.of(writtenMonth(value));
        if (kind.isEmpty()) {
            return Optional.of(InszFault.MONTH);
        }
        int serial = (int) (firstNine % 1000);
        if (serial < FIRST_SERIAL || serial > LAST_SERIAL) {
            return Optional.of(InszFault.SERIAL);
        }
        if (kind.get().realm() == realm) {
            return Optional.empty();
        }
        return Optional.of(realm == Realm.PRODUCTION ? InszFault.TEST_NUMBER : InszFault.REAL_NUMBER);
    }

    private static int writtenMonth(long value) {
        return (int) (value / 10_000_000 % 100);
    }

    @Override
    public int compareTo(Insz other) {
        return Long.compare(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Insz insz && insz.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return "INSZ";
    }
}
