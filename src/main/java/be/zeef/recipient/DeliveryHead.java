package be.zeef.recipient;

import java.time.LocalDate;

/**
 * What a delivery says about itself.
 *
 * @param agreement its id
 * @param year the calendar year of the grants
 * @param sequence 1–99999, rising by one per delivery of this agreement and year
 * @param on the date the sync was run for
 * @param sender who sends it, such as {@code gent.be}
 */
public record DeliveryHead(String agreement, int year, int sequence, LocalDate on, String sender, Format format) {

    /** How the lines are written; the agreement chooses. */
    public enum Format {
        CSV,
        XML
    }

    /** The name of the delivery without any ending, the same each time it is sent. */
    public String name() {
        return "IVAGO.SOCTEG.%04d.%05d".formatted(year, sequence);
    }
}
