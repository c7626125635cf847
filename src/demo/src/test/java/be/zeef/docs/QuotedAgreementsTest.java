package be.zeef.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.JustifiedFinding;
import be.zeef.agreement.Padding;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of agreements that the documents quote are read as the documents say. */
class QuotedAgreementsTest {

    @TempDir
    Path folder;

    @Test
    void theStatusesAndTheFurtherBenefitAreRead() throws IOException {
        String id = "heusden-zolder-kinderopvang";
        Path file = Path.of("mappings/agreements", id + ".yaml");
        String text = Files.readString(file);
        String statuses = text.substring(text.indexOf("    statuses:"), text.indexOf("    postcodes:"));
        String benefits = text.substring(text.indexOf("\nbenefits:") + 1, text.indexOf("\nschedule:") + 1);

        Agreement read = new Agreements(Path.of("mappings"))
                .load(Files.writeString(
                        folder.resolve(id + ".yaml"),
                        text.replace(statuses, Docs.yaml("anyOf: [BIM_BVT") + "\n")
                                .replace(benefits, Docs.yaml("benefits:\n  vakantie:") + "\n")));

        assertThat(read.list().statuses())
                .extracting(Agreement.StatusNamed::names)
                .containsExactly(List.of("BIM_BVT", "LEEFLOON"), List.of("HANDICAP"));
        assertThat(read.benefits())
                .isEqualTo(new Agreements(Path.of("mappings")).load(id).benefits());
    }

    @Test
    void whatGoesAlongAndTheSecondKeyAreThoseOfTheAgreementsThatShip() throws Exception {
        assertThat(quoted("recipient:\n  columns:").at("/recipient/columns"))
                .isEqualTo(shipped("gent-huisvuilzakken").at("/recipient/columns"));
        assertThat(quoted("otherKeys: {childcareFile: dossiernummer}").at("/recipient/otherKeys"))
                .isEqualTo(shipped("gent-onderwijs").at("/recipient/otherKeys"));
    }

    @Test
    void whatIsJustifiedAndThePaddingAreRead() throws Exception {
        String id = "gent-onderwijs";
        String text = Files.readString(Path.of("mappings/agreements", id + ".yaml"));
        String padded = text.replace("  format: csv\n", "  format: xml\n" + Docs.yaml("  padding:"))
                + Docs.yaml("proof:\n  justified:");

        Agreement read =
                new Agreements(Path.of("mappings")).load(Files.writeString(folder.resolve(id + ".yaml"), padded));

        assertThat(read.recipient().padding()).isEqualTo(new Padding(true, true));
        assertThat(read.justified())
                .containsExactly(new JustifiedFinding(
                        "over-asked",
                        "GeefSociaalStatuut-03.00 statuut DISABILITY",
                        "the source answers only when both are asked"));
        assertThatThrownBy(() -> new Agreements(Path.of("mappings"))
                        .load(Files.writeString(
                                folder.resolve(id + ".yaml"), padded.replace("format: xml", "format: csv"))))
                .isInstanceOfSatisfying(InvalidMessageException.class, refused -> assertThat(
                                refused.report().findings())
                        .extracting(Finding::code)
                        .containsExactly("agreement.padding-size"));
    }

    private static JsonNode quoted(String part) throws Exception {
        return new YAMLMapper().readTree(Docs.yaml(part));
    }

    private static JsonNode shipped(String id) throws Exception {
        return new YAMLMapper()
                .readTree(Path.of("mappings/agreements", id + ".yaml").toFile());
    }
}
