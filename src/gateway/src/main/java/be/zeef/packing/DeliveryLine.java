package be.zeef.packing;

import java.time.LocalDate;
import java.util.Map;

/**
 * One grant: all that leaves about one subject.
 *
 * @param id pairwise pseudonym of the subject and the year: 64 lower-case hexadecimal digits; the same when sent again
 * @param key whom the recipient grants it to, in the form its agreement names: an INSZ, a pupil number, a pseudonym
 * @param kind which of the recipient's number spaces the key is of; empty for the one that most are of
 * @param value what is granted, a member of the agreement's closed list
 * @param from first day of the grant
 * @param until last day of the grant
 * @param columns what goes along of the population, by the names that the recipient gives it; without those of which the population
 *     says nothing
 */
public record DeliveryLine(
        String id,
        String key,
        String kind,
        String value,
        LocalDate from,
        LocalDate until,
        Map<String, String> columns) {

    public DeliveryLine {
        columns = Map.copyOf(columns);
    }

    /** Of the number space that most keys are of, and of which nothing of the population goes along. */
    public DeliveryLine(String id, String key, String value, LocalDate from, LocalDate until) {
        this(id, key, "", value, from, until, Map.of());
    }

    @Override
    public String toString() {
        return "DeliveryLine";
    }
}
