package be.zeef.sandbox.city;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The KSZ's buffer database: the one decision behind the list that MAGDA carries and the service that the KSZ answers itself.
 * Thread-safe.
 */
public final class Buffer {

    private final CityIndex city;
    private volatile LocalDate refresh = LocalDate.of(9999, 12, 31);

    public Buffer(CityIndex city) {
        this.city = city;
    }

    /** From now on the buffer knows what it knew on this day. */
    public void refresh(LocalDate day) {
        refresh = day;
    }

    /**
     * Whether the status applies to this person on this day, as far as the buffer knew at its last refresh; empty for someone the
     * buffer has nothing about. A person who lives elsewhere or is older than asked about gets a no.
     *
     * @param postcodes empty for anywhere
     * @param maximumAge in whole years on the day
     */
    public Optional<Known> applies(long insz, LocalDate on, Collection<String> postcodes, OptionalInt maximumAge) {
        if (city.leftOut(insz)) {
            return Optional.empty();
        }
        boolean here = postcodes.isEmpty() || postcodes.contains(city.postcode(insz));
        boolean young = maximumAge.isEmpty()
                || !TestNumbers.born(insz).plusYears(maximumAge.getAsInt() + 1L).isBefore(on.plusDays(1));
        return Optional.of(
                new Known(city.status(insz).filter(span -> here && young && known(span) && span.covers(on))));
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
