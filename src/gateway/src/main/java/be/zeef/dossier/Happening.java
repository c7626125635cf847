package be.zeef.dossier;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that was done about a person. Immutable.
 *
 * @param at when; empty where nothing says it
 * @param under the agreement, or the benefit of it
 * @param details what is told of it, in its order: codes, days, amounts and what people wrote
 */
public record Happening(Optional<Instant> at, Kind kind, String under, Map<Detail, String> details) {

    public Happening {
        EnumMap<Detail, String> copy = new EnumMap<>(Detail.class);
        copy.putAll(details);
        details = Collections.unmodifiableMap(copy);
    }

    /** One of which nothing is told yet. */
    static Happening of(Kind kind, String under) {
        return new Happening(Optional.empty(), kind, under, Map.of());
    }

    Happening at(Instant when) {
        return new Happening(Optional.of(when), kind, under, details);
    }

    Happening under(String agreement) {
        return new Happening(at, kind, agreement, details);
    }

    /** An empty text tells nothing. */
    Happening with(Detail detail, String text) {
        if (text.isEmpty()) {
            return this;
        }
        EnumMap<Detail, String> more = new EnumMap<>(Detail.class);
        more.putAll(details);
        more.put(detail, text);
        return new Happening(at, kind, under, more);
    }

    @Override
    public String toString() {
        return kind.name();
    }
}
