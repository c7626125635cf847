package be.zeef.sandbox.city;

import be.zeef.subject.InszKind;
import java.time.LocalDate;

/**
 * Numbers of people who do not exist: valid by the arithmetic of INSZ, with the month of a test number ({@link InszKind}). Most
 * have a month of 61–72; a few have the test form of a BIS number, 81–92, or say of their birth no more than the year: month 60,
 * day 00. Each year of birth has its own counter, so none is given twice; 336 people of one year share a serial number.
 */
public final class TestNumbers {

    private static final int DAYS = 12 * 28;
    private static final int REGISTER = 60;
    private static final int BIS = 80;
    /** Of the numbers of one year, the place of the one that does not tell the day, and of those that are BIS numbers. */
    private static final int UNTOLD = 3;

    private static final int[] OF_BIS = {24, 2};

    private final int[] given = new int[200];
    private final int firstSerial;
    private final int lastSerial;

    TestNumbers(int firstSerial, int lastSerial) {
        this.firstSerial = firstSerial;
        this.lastSerial = lastSerial;
    }

    String next(int year) {
        int count = given[year - 1900]++;
        int day = count % DAYS;
        int serial = count / DAYS + firstSerial;
        if (serial > lastSerial) {
            throw new IllegalStateException(
                    "the synthetic city is too large: one year of birth has more people than numbers");
        }
        boolean untold = day == UNTOLD && year % 5 == 0 && year < 1990;
        boolean bis = day % OF_BIS[0] == OF_BIS[1] && year % 3 == 0;
        long month = untold ? REGISTER : (bis ? BIS : REGISTER) + 1 + day / 28;
        long first = ((year % 100) * 10_000L + month * 100L + (untold ? 0 : 1 + day % 28)) * 1000 + serial;
        long check = 97 - (year >= 2000 ? 2_000_000_000L + first : first) % 97;
        return pad(first * 100 + check);
    }

    /**
     * The day of birth that a test number tells: its month by {@link InszKind}, its century by the check digits. A month or a
     * day that it does not tell (60, 00) is taken for the first, so that nobody is taken for too young to be somebody.
     */
    public static LocalDate born(String insz) {
        return born(Long.parseLong(insz));
    }

    static LocalDate born(long insz) {
        boolean before2000 = 97 - insz / 100 % 97 == insz % 100;
        int year = (before2000 ? 1900 : 2000) + (int) (insz / 1_000_000_000L);
        int month = month(insz);
        int day = (int) (insz / 100_000 % 100);
        LocalDate first = LocalDate.of(year, Math.max(1, month), 1);
        return day >= 1 && day <= first.lengthOfMonth() ? first.withDayOfMonth(day) : first;
    }

    private static int month(long insz) {
        int written = (int) (insz / 10_000_000 % 100);
        return InszKind.of(written).map(kind -> kind.month(written)).orElse(0);
    }

    /** The day of birth as a register writes it, with zeros for what the number does not tell. */
    static String written(String insz) {
        return born(insz).getYear() + "-%02d-%s".formatted(month(Long.parseLong(insz)), insz.substring(4, 6));
    }

    private static String pad(long number) {
        String digits = Long.toString(number);
        return "0".repeat(11 - digits.length()) + digits;
    }
}
