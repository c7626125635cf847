package be.zeef.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Whether what an agreement grants can be granted: its own headings, and those of each further benefit, which stand below
 * {@code benefits} and mean the same there.
 */
final class BenefitChecks {

    private static final Set<String> HEADINGS = Set.of("rule", "flags", "grants", "recipient");

    private final Path mappings;
    private final ServiceChecks.Teller teller;

    BenefitChecks(Path mappings, ServiceChecks.Teller teller) {
        this.mappings = mappings;
        this.teller = teller;
    }

    void check(JsonNode tree) {
        benefit(tree, teller);
        tree.path("benefits").properties().forEach(each -> {
            String place = "/benefits/" + each.getKey();
            if (isShared(tree, each.getValue(), place)) {
                benefit(
                        seen(tree, each.getValue()),
                        (good, code, pointer, arguments) -> teller.tell(good, code, below(place, pointer), arguments));
            }
        });
    }

    /** Only what is asked of everybody at once is shared, and only what goes out in files is told per benefit. */
    private boolean isShared(JsonNode tree, JsonNode benefit, String place) {
        boolean listed = tree.at("/sources/list").isObject();
        teller.tell(listed, "agreement.benefits-listed", place);
        teller.tell(!tree.has("claims"), "agreement.benefits-claims", place);
        String system = benefit.at("/recipient/system").asText();
        teller.tell(
                Files.exists(mappings.resolve("recipients/" + system + "/recipient.yaml")),
                "agreement.benefits-files",
                place + "/recipient/system",
                system);
        return listed;
    }

    /** The agreement as it is for one benefit; the schedule is shared, and told of once. */
    private static JsonNode seen(JsonNode tree, JsonNode benefit) {
        ObjectNode seen = tree.deepCopy();
        HEADINGS.forEach(heading -> seen.set(heading, benefit.path(heading)));
        seen.remove("schedule");
        return seen;
    }

    /** Where a heading of a further benefit stands; what is shared stands where it always does. */
    private static String below(String place, String pointer) {
        return HEADINGS.contains(pointer.split("/", 3)[1]) ? place + pointer : pointer;
    }

    /** XML has a place for what fills a file up; the others have none, and only files can be of a size or not be there. */
    private void padding(JsonNode tree, String system, ServiceChecks.Teller told) {
        JsonNode padding = tree.at("/recipient/padding");
        boolean files = Files.exists(mappings.resolve("recipients/" + system + "/recipient.yaml"));
        boolean xml = files && tree.at("/recipient/format").asText().equals("xml");
        told.tell(!padding.has("size") || xml, "agreement.padding-size", "/recipient/padding/size");
        told.tell(!padding.has("whenNobody") || files, "agreement.padding-files", "/recipient/padding/whenNobody");
    }

    private void benefit(JsonNode tree, ServiceChecks.Teller told) {
        String rule = tree.at("/rule/file").asText();
        told.tell(Files.exists(mappings.resolve(rule)), "agreement.rule-missing", "/rule/file", rule);
        String system = tree.at("/recipient/system").asText();
        boolean known = system.equals("counter") || Files.isDirectory(mappings.resolve("recipients/" + system));
        told.tell(known, "agreement.recipient-missing", "/recipient/system", system);
        new DayChecks(told).check(tree);
        new FirstDayChecks(told).check(tree);
        new AgreedColumns(mappings, told).check(tree);
        padding(tree, system, told);
        tree.at("/grants/improves").forEach(value -> {
            boolean agreed = false;
            for (JsonNode flag : tree.path("flags")) {
                agreed |= flag.path("values").has(value.asText());
            }
            told.tell(agreed, "agreement.improves", "/grants/improves", value.asText());
        });
        if ("household-members".equals(tree.at("/grants/once").asText())) {
            boolean alone = tree.path("subject").asText().equals("household")
                    && tree.at("/grants/improves").isEmpty()
                    && !tree.at("/grants/byHand").asBoolean();
            told.tell(alone, "agreement.once-members", "/grants/once");
        }
        boolean untilDay = "until".equals(tree.at("/grants/period").asText());
        boolean named = !tree.path("flags").findValues("until").isEmpty();
        told.tell(!untilDay || named, "agreement.until", "/grants/period");
    }
}
