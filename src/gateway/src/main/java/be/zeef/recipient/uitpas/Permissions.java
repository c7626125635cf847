package be.zeef.recipient.uitpas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The permissions that granting takes. Underscores do not count: UiTPAS' descriptions say
 * {@code PASSHOLDERS_WRITE_SOCIAL_TARIFF} where its list says {@code PASSHOLDERS_WRITE_SOCIALTARIFF}.
 */
final class Permissions {

    /** One of each row, the narrowest first. */
    private static final List<List<String>> NEEDED = List.of(
            List.of("PASSES_READ"),
            List.of("PASSHOLDERS_SEARCH_BY_ID", "PASSHOLDERS_SEARCH", "PASSHOLDERS_SEARCH_ALL"),
            List.of("PASSHOLDERS_WRITE"),
            List.of("PASSHOLDERS_WRITE_SOCIALTARIFF"));

    private Permissions() {}

    /** Those that the answer to {@code GET /permissions} does not give this organizer. */
    static List<String> missing(JsonNode answer, String organizer) {
        Set<String> had = new TreeSet<>();
        for (JsonNode each : answer) {
            if (each.path("organizer").path("id").asText().equals(organizer)) {
                each.path("permissions").forEach(permission -> had.add(bare(permission.asText())));
                each.path("permissionDetails")
                        .forEach(detail -> had.add(bare(detail.path("id").asText())));
            }
        }
        List<String> missing = new ArrayList<>();
        for (List<String> row : NEEDED) {
            if (row.stream().map(Permissions::bare).noneMatch(had::contains)) {
                missing.add(row.get(0));
            }
        }
        return missing;
    }

    private static String bare(String permission) {
        return permission.replace("_", "");
    }
}
