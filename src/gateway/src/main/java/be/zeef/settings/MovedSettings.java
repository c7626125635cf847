package be.zeef.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where settings stand now that once stood elsewhere: partners under {@code partners}, by their name. */
final class MovedSettings {

    private static final SortedMap<String, String> NEW_PLACES = newPlaces();

    private MovedSettings() {}

    private static SortedMap<String, String> newPlaces() {
        SortedMap<String, String> places = new TreeMap<>();
        List.of("ivago", "education", "childcare").forEach(name -> places.put(name, "partners." + name));
        same(places, "groeipakket", "groeipakket", "host", "port", "user", "out", "poll");
        same(places, "payment", "bank", "host", "port", "user", "in", "out", "poll");
        same(places, "magda.files", "magdaFiles", "host", "port", "user", "password", "poll");
        places.put("magda.registration", "magda.inscription");
        places.put("magda.files.toVip", "partners.magdaFiles.in");
        places.put("magda.files.fromVip", "partners.magdaFiles.out");
        return Collections.unmodifiableSortedMap(places);
    }

    private static void same(Map<String, String> places, String block, String partner, String... keys) {
        Stream.of(keys).forEach(key -> places.put(block + "." + key, "partners." + partner + "." + key));
    }

    /** What is to be said of those that still stand where they were; empty when none does. */
    static String told(JsonNode settings) {
        return NEW_PLACES.entrySet().stream()
                .filter(moved ->
                        !settings.at("/" + moved.getKey().replace('.', '/')).isMissingNode())
                .map(MovedSettings::told)
                .collect(Collectors.joining(" "));
    }

    private static String told(Map.Entry<String, String> moved) {
        return moved.getKey() + " stands at " + moved.getValue() + " now: write it there.";
    }
}
