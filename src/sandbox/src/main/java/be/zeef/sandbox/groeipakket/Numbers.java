package be.zeef.sandbox.groeipakket;

import java.math.BigInteger;
import java.time.LocalDate;

/** Numbers of people and accounts that do not exist, right by their arithmetic. */
public final class Numbers {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    /** B, E and two zeros as digits (ISO 13616). */
    private static final String BE00 = "111400";

    private Numbers() {}

    /** A test number (month 61–72) of somebody born in this year; {@code count} is below 300,000. */
    public static String insz(int year, int count) {
        int day = count % 336;
        return insz(LocalDate.of(year, 1 + day / 28, 1 + day % 28), count / 336 + 1);
    }

    /** A test number (month 61–72) of somebody born on this day; {@code serial} is 1–998. */
    public static String insz(LocalDate born, int serial) {
        int year = born.getYear();
        long day = (year % 100) * 10_000L + (60 + born.getMonthValue()) * 100L + born.getDayOfMonth();
        long first = day * 1000 + serial;
        long check = 97 - (year >= 2000 ? 2_000_000_000L + first : first) % 97;
        return String.format("%011d", first * 100 + check);
    }

    /** A Belgian IBAN with these ten digits. */
    public static String account(long tenDigits) {
        long rest = tenDigits % 97;
        String bban = String.format("%010d%02d", tenDigits, rest == 0 ? 97 : rest);
        int check = 98 - new BigInteger(bban + BE00).mod(NINETY_SEVEN).intValue();
        return String.format("BE%02d%s", check, bban);
    }
}
