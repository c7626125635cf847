package be.zeef.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What an agreement's file says otherwise than it did, key by key. Comments, layout and the order of keys are no difference here. */
final class TreeDifferences {

    /** By which of its keys an element of a list is known again, the first that it has. */
    private static final List<String> KNOWN_BY = List.of("input", "name", "service", "what", "about");

    private final String file;
    private final JsonNode before;
    private final JsonNode after;
    private final Phrases phrases;
    private final List<Difference> told = new ArrayList<>();

    TreeDifferences(String file, JsonNode before, JsonNode after) {
        this.file = file;
        this.before = before;
        this.after = after;
        this.phrases = new Phrases(after);
    }

    List<Difference> all() {
        walk(Place.ROOT, before, after);
        return told;
    }

    private void walk(Place place, JsonNode was, JsonNode is) {
        if (was.equals(is)) {
            return;
        }
        if (was.isObject() && is.isObject()) {
            keys(was, is).forEach(key -> walk(place.key(key), was.path(key), is.path(key)));
        } else if (was.isArray() && is.isArray() && isOfObjects(was) && isOfObjects(is)) {
            elements(place, named(was), named(is));
        } else if (was.isArray() && is.isArray() && isOfValues(was) && isOfValues(is)) {
            values(place, texts(was), texts(is));
        } else if (was.isMissingNode()) {
            added(place, is);
        } else if (is.isMissingNode()) {
            removed(place, was);
        } else {
            tell(place, phrases.changed(place, was, is));
        }
    }

    private void elements(Place place, Map<String, JsonNode> was, Map<String, JsonNode> is) {
        Set<String> all = new LinkedHashSet<>(was.keySet());
        all.addAll(is.keySet());
        for (String name : all) {
            walk(
                    place.element(name),
                    Optional.ofNullable(was.get(name)).orElse(MissingNode.getInstance()),
                    Optional.ofNullable(is.get(name)).orElse(MissingNode.getInstance()));
        }
        order(place, List.copyOf(was.keySet()), List.copyOf(is.keySet()));
    }

    private void values(Place place, List<String> was, List<String> is) {
        int first = told.size();
        List<String> gone = new ArrayList<>(was);
        is.forEach(gone::remove);
        List<String> come = new ArrayList<>(is);
        was.forEach(come::remove);
        gone.forEach(each -> tell(place, phrases.removed(place, Words.said(each))));
        come.forEach(each -> tell(place, phrases.added(place, Words.said(each))));
        order(place, was, is);
        if (told.size() == first) {
            // the same signs as another kind of value: 12 and "12"
            tell(place, phrases.kind(place, String.join(", ", is)));
        }
    }

    private void order(Place place, List<String> was, List<String> is) {
        List<String> kept = was.stream().filter(is::contains).toList();
        List<String> now = is.stream().filter(was::contains).toList();
        if (!kept.equals(now) && kept.size() == now.size()) {
            tell(place, phrases.order(place));
        }
    }

    private void added(Place place, JsonNode is) {
        boolean whole = phrases.hasWhole(place);
        if (whole) {
            tell(place, phrases.added(place, phrases.value(place, is)));
        }
        if (is.isObject() && !is.isEmpty()) {
            is.properties().stream()
                    .filter(each -> !whole || !phrases.isInWhole(place, each.getKey()))
                    .forEach(each -> walk(place.key(each.getKey()), MissingNode.getInstance(), each.getValue()));
        } else if (isOfObjects(is) && !is.isEmpty()) {
            elements(place, Map.of(), named(is));
        } else if (is.isArray() && !is.isEmpty()) {
            texts(is).forEach(each -> tell(place, phrases.added(place, Words.said(each))));
        } else if (!whole) {
            tell(place, phrases.added(place, phrases.value(place, is)));
        }
    }

    /** Of what is gone as a whole no part is told. */
    private void removed(Place place, JsonNode was) {
        if (phrases.hasWhole(place) || was.isEmpty()) {
            tell(place, phrases.removed(place, phrases.value(place, was)));
        } else if (was.isObject()) {
            was.properties()
                    .forEach(each -> walk(place.key(each.getKey()), each.getValue(), MissingNode.getInstance()));
        } else if (isOfObjects(was)) {
            elements(place, named(was), Map.of());
        } else {
            texts(was).forEach(each -> tell(place, phrases.removed(place, Words.said(each))));
        }
    }

    private void tell(Place place, Words.Sentence sentence) {
        Difference difference = Difference.of(file, place.path(), sentence);
        told.add(place.benefit().isEmpty() ? difference : difference.ofBenefit(place.benefit()));
    }

    private static Set<String> keys(JsonNode was, JsonNode is) {
        Set<String> all = new LinkedHashSet<>();
        was.fieldNames().forEachRemaining(all::add);
        is.fieldNames().forEachRemaining(all::add);
        return all;
    }

    private static boolean isOfObjects(JsonNode list) {
        return list.isArray() && elements(list).stream().allMatch(JsonNode::isObject);
    }

    private static boolean isOfValues(JsonNode list) {
        return elements(list).stream().allMatch(JsonNode::isValueNode);
    }

    private static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static List<String> texts(JsonNode list) {
        return elements(list).stream().map(JsonNode::asText).toList();
    }

    /** Each under a name of its own; where two would have the same, the later one with its number. */
    private static Map<String, JsonNode> named(JsonNode list) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        for (JsonNode each : elements(list)) {
            String name = KNOWN_BY.stream()
                    .filter(each::hasNonNull)
                    .findFirst()
                    .map(key -> each.get(key).asText())
                    .orElse("");
            String free = name;
            for (int number = 2; named.containsKey(free); number++) {
                free = name + " (" + number + ")";
            }
            named.put(free, each);
        }
        return named;
    }
}
