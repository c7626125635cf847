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

    /**
     * The day of birth that a test number tells: its month is 60 too high, its check digits tell the century. A month or a
     * day that it does not tell (60, 00) is taken for the first, so that nobody is taken for too young to be somebody.
     */
    public static LocalDate born(String insz) {
        return born(Long.parseLong(insz));
    }

    static LocalDate born(long insz) {
        boolean before2000 = 97 - insz / 100 % 97 == insz % 100;
        int year = (before2000 ? 1900 : 2000) + (int) (insz / 1_000_000_000L);
        int month = (int) (insz / 10_000_000 % 100) - 60;
        int day = (int) (insz / 100_000 % 100);
        LocalDate first = LocalDate.of(year, Math.max(1, month), 1);
        return day >= 1 && day <= first.lengthOfMonth() ? first.withDayOfMonth(day) : first;
    }

    private static String pad(long number) {
        String digits = Long.toString(number);
        return "0".repeat(11 - digits.length()) + digits;
    }
}
