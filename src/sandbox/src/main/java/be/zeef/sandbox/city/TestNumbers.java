package be.zeef.sandbox.city;

import java.time.LocalDate;

/**
 * Numbers of people who do not exist: valid by the arithmetic of INSZ, with a month of 61–72. Each year of birth has its
 * own counter, so none is given twice; 336 people of one year share a serial number.
 */
public final class TestNumbers {

    private static final int DAYS = 12 * 28;

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
        long first = ((year % 100) * 10_000L + (61 + day / 28) * 100L + 1 + day % 28) * 1000 + serial;
        long check = 97 - (year >= 2000 ? 2_000_000_000L + first : first) % 97;
        return pad(first * 100 + check);
    }

    /** The day of birth that a test number tells. */
    public static LocalDate born(String insz) {
        int year = Integer.parseInt(insz.substring(0, 2));
        long first = Long.parseLong(insz.substring(0, 9));
        long check = Long.parseLong(insz.substring(9));
        boolean before2000 = 97 - first % 97 == check;
        return LocalDate.of(
                (before2000 ? 1900 : 2000) + year,
                Integer.parseInt(insz.substring(2, 4)) - 60,
                Integer.parseInt(insz.substring(4, 6)));
    }

    private static String pad(long number) {
        String digits = Long.toString(number);
        return "0".repeat(11 - digits.length()) + digits;
    }
}
