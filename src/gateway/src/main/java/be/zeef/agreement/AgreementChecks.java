package be.zeef.agreement;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.YamlPlaces;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

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
        filledIn(tree, "");
        String id = tree.path("id").asText();
        tell(file.equals(id + ".yaml"), "agreement.id-file", "/id", id + ".yaml");
        Optional<LocalDate> from = day(tree, "/validity/from");
        Optional<LocalDate> until = day(tree, "/validity/until");
        boolean ordered = from.isEmpty() || until.isEmpty() || !until.get().isBefore(from.get());
        tell(ordered, "agreement.validity", "/validity/until");
        new StatusChecks(this::tell).check(tree);
        new LawChecks(this::tell).check(tree);
        new ServiceChecks(mappings, this::tell).check(tree);
        new RefreshChecks(this::tell).check(tree);
        new BenefitChecks(mappings, this::tell).check(tree);
        new ClaimChecks(this::tell).check(tree);
    }

    /** What {@code zeef agreement new} left for people to say. */
    private void filledIn(JsonNode node, String pointer) {
        if (node.isTextual()) {
            tell(!node.asText().startsWith("FILL IN"), "agreement.fill-in", pointer);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                filledIn(node.get(i), pointer + "/" + i);
            }
        } else {
            node.properties().forEach(entry -> filledIn(entry.getValue(), pointer + "/" + entry.getKey()));
        }
    }

    private Optional<LocalDate> day(JsonNode tree, String pointer) {
        Optional<LocalDate> day = AgreementReader.day(tree, pointer);
        tell(day.isPresent(), "agreement.date", pointer);
        return day;
    }

    private void tell(boolean good, String code, String pointer, String... arguments) {
        if (!good) {
            findings.add(Finding.error(code, places.at(pointer), arguments));
        }
    }
}
