package be.zeef.check;

import be.zeef.agreement.Agreement;
import be.zeef.app.AskedFacts;
import be.zeef.protocol.DataCategories;
import be.zeef.security.reading.Yaml;
import be.zeef.security.reading.YamlException;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether an agreement's {@code dataCategories} explain all that is obtained and all that leaves, and nothing else. */
final class CategoryCheck {

    private CategoryCheck() {}

    static void tell(Path file, Agreement agreement, Findings findings) throws IOException {
        DataCategories runs = AskedFacts.categories(agreement);
        JsonNode named;
        try {
            named = Yaml.tree(file).path("dataCategories");
        } catch (YamlException e) {
            throw new IllegalStateException(file + " was read a moment ago", e);
        }
        tell("obtained", runs.obtained(), named, findings);
        tell("sent", runs.sent(), named, findings);
    }

    private static void tell(String list, SortedSet<String> runs, JsonNode named, Findings findings) {
        SortedSet<String> explained = new TreeSet<>();
        named.path(list).fieldNames().forEachRemaining(explained::add);
        for (String name : runs) {
            if (!explained.contains(name)) {
                findings.add(Finding.error("check.category-" + list, Location.path("/dataCategories/" + list), name));
            }
        }
        explained.removeAll(runs);
        explained.forEach(name ->
                findings.add(Finding.error("check.category-idle", Location.path("/dataCategories/" + list), name)));
    }
}
