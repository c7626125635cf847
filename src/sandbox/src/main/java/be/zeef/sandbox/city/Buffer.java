package be.zeef.sandbox.city;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The KSZ's buffer database: the one decision behind the list that MAGDA carries and the service that the KSZ answers itself.
 * Thread-safe.
 */
public final class Buffer {

    /** The status that the city's truth tells. */
    private static final String OWN = "BIM_BVT";

    private final CityIndex city;
    private final Map<String, Map<Long, Span>> others = new ConcurrentHashMap<>();
    private volatile LocalDate refresh = LocalDate.of(9999, 12, 31);

    public Buffer(CityIndex city) {
        this.city = city;
    }

    /** From now on the buffer knows what it knew on this day. */
    public void refresh(LocalDate day) {
        refresh = day;
    }

    /** Tells it of another status than the city's own: who has it from when until when; whoever is not named never had it. */
    public void learn(String status, Map<Long, Span> people) {
        others.put(status, Map.copyOf(people));
    }

    /** Whether it has nothing about this person, of whatever status. */
    public boolean leavesOut(long insz) {
        return city.leftOut(insz);
    }

    /**
     * Whether a status applies to this person on this day, as far as the buffer knew at its last refresh. A person who lives
     * elsewhere or is older than asked about gets a no, and so does everybody of a status that nobody has.
     *
     * @param postcodes empty for anywhere
     * @param maximumAge in whole years on the day
     */
    public Known applies(String status, long insz, LocalDate on, Collection<String> postcodes, OptionalInt maximumAge) {
        boolean here = postcodes.isEmpty() || postcodes.contains(city.postcode(insz));
        boolean young = maximumAge.isEmpty()
                || !TestNumbers.born(insz).plusYears(maximumAge.getAsInt() + 1L).isBefore(on.plusDays(1));
        return new Known(span(status, insz).filter(span -> here && young && known(span) && span.covers(on)));
    }

    private Optional<Span> span(String status, long insz) {
        return status.equals(OWN)
                ? city.status(insz)
                : Optional.ofNullable(others.getOrDefault(status, Map.of()).get(insz));
    }

    /** A right that began after the last refresh is not in the buffer yet. */
    private boolean known(Span span) {
        return !span.begin().isAfter(refresh);
    }

    /** What the buffer says of the status: from when until when, or that it does not apply. */
    public record Known(Optional<Span> span) {
        public boolean yes() {
            return span.isPresent();
        }
    }
}
