package be.zeef.cli;

import java.util.HashMap;
import java.util.Map;

/** Lays settings over settings, key by key, as the settings file itself is laid over the defaults. */
public final class Overrides {

    private Overrides() {}

    /** Where both have a map the maps are laid over each other; elsewhere {@code top} counts. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> over(Map<String, Object> base, Map<String, Object> top) {
        Map<String, Object> all = new HashMap<>(base);
        top.forEach((key, value) -> all.merge(
                key,
                value,
                (below, above) -> below instanceof Map && above instanceof Map
                        ? over((Map<String, Object>) below, (Map<String, Object>) above)
                        : above));
        return all;
    }
}
