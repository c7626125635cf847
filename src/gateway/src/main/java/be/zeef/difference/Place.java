package be.zeef.difference;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where something stands in an agreement's file.
 *
 * @param pattern its keys with points, and a star for the name of an element or of a key that the agreement chose
 * @param path the same with those names
 * @param names those names, in their order
 * @param benefit within which it stands, as whose it is told; empty for the agreement's own
 */
record Place(String pattern, String path, List<String> names, String benefit) {

    /** Whose keys the agreement chooses. */
    private static final Set<String> CHOSEN = Set.of(
            "benefits",
            "dataCategories.obtained",
            "dataCategories.sent",
            "flags.*.values",
            "grants.from",
            "recipient.columns",
            "recipient.columns.*.values",
            "recipient.otherKeys",
            "rule.parameters",
            "sources.magda.*.facts",
            "sources.magda.*.facts.*.brackets",
            "sources.magda.*.parameters");

    static final Place ROOT = new Place("", "", List.of(), "");

    Place {
        names = List.copyOf(names);
    }

    /** A key below it. What stands within a benefit is what it is of the agreement. */
    Place key(String key) {
        if (pattern.equals("benefits.*")) {
            return new Place(key, joined(path, key), List.of(), names.get(0));
        }
        return CHOSEN.contains(pattern)
                ? element(key)
                : new Place(joined(pattern, key), joined(path, key), names, benefit);
    }

    /** An element of a list, by its name. */
    Place element(String name) {
        return new Place(
                joined(pattern, "*"),
                joined(path, name),
                Stream.concat(names.stream(), Stream.of(name)).toList(),
                benefit);
    }

    private static String joined(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
