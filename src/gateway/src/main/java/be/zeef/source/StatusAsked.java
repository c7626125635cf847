package be.zeef.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One social status asked of the KSZ buffer.
 *
 * @param name the status' acronym, such as {@code BIM_BVT} (1–120 characters)
 * @param on the date on which it should hold
 * @param postcodes where the person should live; empty means anywhere; at most 1000
 * @param maximumAge in years, when only people up to that age are asked about
 */
public record StatusAsked(String name, LocalDate on, List<String> postcodes, OptionalInt maximumAge) {

    public StatusAsked {
        postcodes = List.copyOf(postcodes);
    }

    /** What a question about one person names of statuses; their day is the question's own. */
    public static Map<String, List<String>> parameters(
            List<String> names, List<String> postcodes, OptionalInt maximumAge) {
        return Map.of(
                "statuut",
                names,
                "postcode",
                postcodes,
                "leeftijd",
                maximumAge.isPresent() ? List.of(Integer.toString(maximumAge.getAsInt())) : List.of());
    }

    /** The fact that tells a status. */
    public static String fact(String name) {
        return "statuut." + name;
    }
}
