package be.zeef.difference;

import be.zeef.difference.Words.Sentence;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The sentences for what a key of an agreement says: of what is asked, kept and given one each of their own; of anything else
 * its name, and what it says now instead of what it said. Every text has first the names of the place, then the values.
 *
 * @param after the later agreement, which says who gets the flags
 */
record Phrases(JsonNode after) {

    /** What has words of its own, by its place: the texts of these names end with {@code -added}, {@code -removed} or {@code -changed}. */
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("sources.list.statuses.*", "status"),
            Map.entry("sources.list.statuses.*.name", "status-named"),
            Map.entry("sources.list.statuses.*.anyOf", "status-any"),
            Map.entry("sources.list.statuses.*.allOf", "status-all"),
            Map.entry("sources.list.postcodes", "postcode"),
            Map.entry("sources.ocmw.measures", "measure"),
            Map.entry("sources.magda.*", "service"),
            Map.entry("sources.magda.*.parameters.*", "parameter"),
            Map.entry("sources.magda.*.facts.*", "fact"),
            Map.entry("flags.*", "flag"),
            Map.entry("flags.*.values.*", "value"),
            Map.entry("recipient.system", "recipient"),
            Map.entry("recipient.columns.*", "column"),
            Map.entry("benefits.*", "benefit"),
            Map.entry("dataCategories.obtained.*", "obtained"),
            Map.entry("dataCategories.sent.*", "sent"),
            Map.entry("validity.from", "from"),
            Map.entry("validity.until", "until"));

    /** Which of these have all three texts; the others change key by key, or as a value. */
    private static final Set<String> ONLY_CHANGED =
            Set.of("sources.list.statuses.*.name", "recipient.system", "validity.from", "validity.until");

    /** What is a thing with parts: told once as a whole when it comes or goes. */
    private static final Set<String> WHOLE = Set.of(
            "sources.list.statuses.*",
            "sources.magda.*",
            "sources.magda.*.facts.*",
            "flags.*",
            "recipient.columns.*",
            "benefits.*");

    private static final Set<String> NAMES_OF_ELEMENT = Set.of("name", "anyOf", "allOf", "input", "service");

    private static final String FAMILY = "difference.";

    private static final String KEPT = "retention.";

    boolean hasWhole(Place place) {
        return WHOLE.contains(place.pattern());
    }

    /** Whether the sentence of the whole says this part already. */
    boolean isInWhole(Place place, String key) {
        return hasWhole(place)
                && place.pattern().matches(".*(statuses|magda|flags)\\.\\*")
                && NAMES_OF_ELEMENT.contains(key);
    }

    Sentence changed(Place place, JsonNode was, JsonNode is) {
        if (was.asText().equals(is.asText()) && was.isValueNode() && is.isValueNode()) {
            return kind(place, is.asText());
        }
        Words old = value(place, was);
        Words now = value(place, is);
        if (place.pattern().startsWith(KEPT) && place.pattern().endsWith(".keep")) {
            String thing = place.pattern().substring(KEPT.length()).replaceFirst("\\.keep$", "");
            Words kept = Words.orElse(Sentence.of("difference.kept-" + thing), Words.said(thing));
            return Sentence.of("difference.keeps", kept, old, now);
        }
        return own(place, "-changed", old, now)
                .orElseGet(() -> Sentence.of("difference.changed", label(place), old, now));
    }

    Sentence added(Place place, Words value) {
        return own(place, "-added", value).orElseGet(() -> Sentence.of("difference.added", label(place), value));
    }

    Sentence removed(Place place, Words value) {
        return own(place, "-removed", value).orElseGet(() -> Sentence.of("difference.removed", label(place), value));
    }

    Sentence order(Place place) {
        return Sentence.of("difference.order", label(place));
    }

    /** The same signs, read as another kind of value. */
    Sentence kind(Place place, String text) {
        return Sentence.of("difference.retyped", label(place), Words.said(text));
    }

    /** What stands there, for a reader. */
    Words value(Place place, JsonNode node) {
        if (node.isBoolean()) {
            return Sentence.of(node.asBoolean() ? "difference.yes" : "difference.no");
        }
        if (node.isTextual() && place.pattern().matches("(retention\\..*\\.keep|duration\\.length)")) {
            return Words.time(node.asText());
        }
        if (node.isEmpty() && node.isContainerNode()) {
            return Sentence.of("difference.nothing");
        }
        if (place.pattern().equals("sources.list.statuses.*")) {
            return Words.said(statuses(node));
        }
        if (hasWhole(place)) {
            return Words.said(place.names().get(place.names().size() - 1));
        }
        return Words.said(node.isValueNode() ? node.asText() : node.toString());
    }

    private static String statuses(JsonNode asked) {
        JsonNode several = asked.path(asked.has("anyOf") ? "anyOf" : "allOf");
        return several.isArray()
                ? String.join(
                        ", ",
                        StreamSupport.stream(several.spliterator(), false)
                                .map(JsonNode::asText)
                                .toList())
                : asked.path("name").asText();
    }

    private Optional<Sentence> own(Place place, String verb, Words... values) {
        return Optional.ofNullable(OWN.get(place.pattern()))
                .filter(each -> verb.equals("-changed") || !ONLY_CHANGED.contains(place.pattern()))
                .filter(each -> !verb.equals("-changed") || isTold(place))
                .map(stem -> new Sentence(FAMILY + stem + verb, places(place, values)));
    }

    /** Whether there are words for its change as one value. */
    private static boolean isTold(Place place) {
        return ONLY_CHANGED.contains(place.pattern()) || place.pattern().equals("flags.*.values.*");
    }

    private List<Words> places(Place place, Words... values) {
        List<Words> places = new ArrayList<>();
        if (place.pattern().startsWith("flags.*.values")) {
            places.add(Words.said(recipient(place.benefit())));
        }
        // the last name of a whole is its value
        int names = place.names().size() - (hasWhole(place) ? 1 : 0);
        place.names().stream().limit(names).map(Words::said).forEach(places::add);
        places.addAll(List.of(values));
        return places;
    }

    /** In the agreement's own words; of a benefit by its system. */
    private String recipient(String benefit) {
        return benefit.isEmpty()
                ? after.at("/parties/recipient/name").asText()
                : after.path("benefits").path(benefit).at("/recipient/system").asText();
    }

    private static Words label(Place place) {
        List<Words> names = place.names().stream().map(Words::said).toList();
        return Words.orElse(
                new Sentence("difference.label." + place.pattern(), names),
                Sentence.of("difference.label-other", Words.said(place.path())));
    }
}
