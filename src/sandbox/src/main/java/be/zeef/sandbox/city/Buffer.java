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
     * Whether the status applies to this person; empty for someone the buffer has nothing about. A person who lives elsewhere
     * or is older than asked about gets a no.
     *
     * @param postcodes empty for anywhere
     * @param maximumAge in whole years on the day
     */
    public Optional<Boolean> applies(long insz, LocalDate on, Collection<String> postcodes, OptionalInt maximumAge) {
        if (city.leftOut(insz)) {
            return Optional.empty();
        }
        boolean here = postcodes.isEmpty() || postcodes.contains(city.postcode(insz));
        boolean young = maximumAge.isEmpty()
                || !TestNumbers.born(insz).plusYears(maximumAge.getAsInt() + 1L).isBefore(on.plusDays(1));
        return Optional.of(here && young && city.hasStatus(insz, refresh));
    }
}
