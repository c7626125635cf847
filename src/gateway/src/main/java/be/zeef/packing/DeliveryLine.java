package be.zeef.packing;

import java.time.LocalDate;

/**
 * One grant: all that leaves about one subject.
 *
 * @param id pairwise pseudonym of the subject and the year: 64 lower-case hexadecimal digits; the same when sent again
 * @param key whom the recipient grants it to, in the form its agreement names: an INSZ, a pupil number, a pseudonym
 * @param value what is granted, a member of the agreement's closed list
 * @param from first day of the grant
 * @param until last day of the grant
 */
public record DeliveryLine(String id, String key, String value, LocalDate from, LocalDate until) {

    @Override
    public String toString() {
        return "DeliveryLine";
    }
}
