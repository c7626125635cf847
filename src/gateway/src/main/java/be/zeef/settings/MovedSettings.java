package be.zeef.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where settings stand now that once stood elsewhere: partners under {@code partners}, by their name. */
final class MovedSettings {

    private static final Map<String, String> NEW_PLACES = newPlaces();

    private MovedSettings() {}

    private static Map<String, String> newPlaces() {
        Map<String, String> places = new TreeMap<>();
        List.of("ivago", "education", "childcare").forEach(name -> places.put(name, "partners." + name));
        same(places, "groeipakket", "groeipakket", "host", "port", "user", "out", "poll");
        same(places, "payment", "bank", "host", "port", "user", "in", "out", "poll");
        same(places, "magda.files", "magdaFiles", "host", "port", "user", "password", "poll");
        places.put("magda.registration", "magda.inscription");
        places.put("magda.files.toVip", "partners.magdaFiles.in");
        places.put("magda.files.fromVip", "partners.magdaFiles.out");
        return Map.copyOf(places);
    }

    private static void same(Map<String, String> places, String block, String partner, String... keys) {
        Stream.of(keys).forEach(key -> places.put(block + "." + key, "partners." + partner + "." + key));
    }

    /**
     * Where this one stands now; empty when it never stood here.
     *
     * @param setting its keys with dots between them
     */
    static Optional<String> newPlace(String setting) {
        return Optional.ofNullable(NEW_PLACES.get(setting));
    }
}
