package be.zeef.claim;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts of euro as clerks write them: {@code 85}, {@code 85,00} or {@code 85.00}; more than nothing, at most 10,000 euro. */
public final class Amount {

    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,5}(?:[.,][0-9]{1,2})?");
    private static final long MOST = 1_000_000;

    private Amount() {}

    /**
     * What is wrong with it.
     *
     * @param place where it was given, for the finding
     * @return empty when nothing is
     */
    public static Optional<Finding> fault(String text, String place) {
        boolean good = WRITTEN.matcher(text).matches() && read(text) > 0 && read(text) <= MOST;
        return good ? Optional.empty() : Optional.of(Finding.fatal("claim.amount", Location.path(place)));
    }

    /**
     * In eurocents.
     *
     * @throws IllegalArgumentException when it has a {@link #fault}
     */
    public static long cents(String text) {
        if (fault(text, "").isPresent()) {
            throw new IllegalArgumentException("not an amount that can be claimed");
        }
        return read(text);
    }

    /** Euro and cents, with a point between them. */
    public static String euro(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static long read(String text) {
        return new BigDecimal(text.replace(',', '.')).movePointRight(2).longValueExact();
    }
}
