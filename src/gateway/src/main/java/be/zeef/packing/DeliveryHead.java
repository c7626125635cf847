package be.zeef.packing;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a delivery says about itself.
 *
 * @param series what this recipient's deliveries are called ({@link Packer#series})
 * @param agreement its id
 * @param year the year of the grants: a calendar year, or the one in which a school year begins
 * @param sequence 1–99999, rising by one per delivery of this series and year
 * @param on the date the sync was run for
 * @param sender who sends it, such as {@code gent.be}
 * @param columns what goes along of the population with its lines, in the order in which it is written; empty when of no line
 *     anything does, and then the delivery is written as if there were no such columns
 * @param padded whether the size of its files is a power of two ({@link Padded}); the form must allow it
 */
public record DeliveryHead(
        String series,
        String agreement,
        int year,
        int sequence,
        LocalDate on,
        String sender,
        Format format,
        List<String> columns,
        boolean padded) {

    private static final Pattern NUMBERED = Pattern.compile("\\.\\d{4}\\.\\d{5}");

    public DeliveryHead {
        columns = List.copyOf(columns);
    }

    /** With whose lines nothing of the population goes along. */
    public DeliveryHead(
            String series, String agreement, int year, int sequence, LocalDate on, String sender, Format format) {
        this(series, agreement, year, sequence, on, sender, format, List.of(), false);
    }

    /** The same with these columns. */
    public DeliveryHead with(List<String> more) {
        return new DeliveryHead(series, agreement, year, sequence, on, sender, format, more, padded);
    }

    /** The same with files whose size is a power of two. */
    public DeliveryHead inPaddedFiles() {
        return new DeliveryHead(series, agreement, year, sequence, on, sender, format, columns, true);
    }

    /** How the lines are written; the agreement chooses. */
    public enum Format {
        CSV,
        XML
    }

    /** Whether this can be the name of a delivery of this series. */
    public static boolean isOf(String series, String name) {
        return name.startsWith(series + ".")
                && NUMBERED.matcher(name.substring(series.length())).matches();
    }

    /** The name of the delivery without any ending, the same each time it is sent. */
    public String name() {
        return "%s.%04d.%05d".formatted(series, year, sequence);
    }
}
