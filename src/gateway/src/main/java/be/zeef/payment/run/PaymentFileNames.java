package be.zeef.payment.run;

import java.security.SecureRandom;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/** Names payment files as none was named before, not even by a database that was thrown away: banks refuse a name they have seen. */
final class PaymentFileNames {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

    private final SecureRandom random = new SecureRandom();

    String fresh(YearMonth month, int sequence) {
        StringBuilder name = new StringBuilder(String.format("GP%s-%02d-", month.format(MONTH), sequence));
        for (int i = 0; i < 6; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.toString();
    }
}
