package be.zeef.agreement;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.YamlPlaces;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;

/** What a schema cannot say about an agreement. */
final class AgreementChecks {

    private final Path mappings;
    private final YamlPlaces places;
    private final Findings findings;

    AgreementChecks(Path mappings, YamlPlaces places, Findings findings) {
        this.mappings = mappings;
        this.places = places;
        this.findings = findings;
    }

    void check(JsonNode tree, String file) {
        String id = tree.path("id").asText();
        tell(file.equals(id + ".yaml"), "agreement.id-file", "/id", id + ".yaml");
        String rule = tree.at("/rule/file").asText();
        tell(Files.exists(mappings.resolve(rule)), "agreement.rule-missing", "/rule/file", rule);
        if (date(tree, "/validity/from") && date(tree, "/validity/until")) {
            boolean ordered = !LocalDate.parse(tree.at("/validity/until").asText())
                    .isBefore(LocalDate.parse(tree.at("/validity/from").asText()));
            tell(ordered, "agreement.validity", "/validity/until");
        }
        boolean list = tree.at("/sources/list").isObject();
        tell(!list || tree.at("/sources/list/statuses").size() == 1, "agreement.one-status", "/sources/list/statuses");
        for (int i = 0; i < tree.at("/sources/magda").size(); i++) {
            String service = tree.at("/sources/magda/" + i + "/service").asText();
            tell(
                    Files.isDirectory(mappings.resolve("sources/magda").resolve(service)),
                    "agreement.service-missing",
                    "/sources/magda/" + i + "/service",
                    service);
        }
    }

    private boolean date(JsonNode tree, String pointer) {
        try {
            LocalDate.parse(tree.at(pointer).asText());
            return true;
        } catch (DateTimeException e) {
            tell(false, "agreement.date", pointer);
            return false;
        }
    }

    private void tell(boolean good, String code, String pointer, String... arguments) {
        if (!good) {
            findings.add(Finding.error(code, places.at(pointer), arguments));
        }
    }
}
