package be.zeef.endtoend.trust;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Homes;
import be.zeef.cli.Overrides;
import be.zeef.cli.text.Json;
import be.zeef.demo.FreePorts;
import be.zeef.docs.Docs;
import be.zeef.docs.Docs.Quoted;
import be.zeef.endtoend.city.ApprovalHouse;
import be.zeef.endtoend.command.CommandsOfDocsTest;
import be.zeef.sandbox.ReadyKeys;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/add-an-agreement.md, followed to the letter: its commands, its blocks, from the first file to the receipt. */
class FollowedAgreementTest {

    private static final String AGREEMENT = "heusden-zolder-sportkampen";

    @TempDir
    Path folder;

    private Path home;
    private Path data;
    private Path config;
    private Map<String, Object> own;

    @BeforeEach
    void start() throws IOException {
        home = Homes.copy(folder.resolve("home"));
        data = folder.resolve("data");
        ReadyKeys.copy(data.resolve("keys"), data.resolve("sandbox/keys"));
        own = Map.of(
                "home", home.toString(),
                "data", data.toString(),
                // nobody listens there, so each command brings the sandbox
                "partners", Map.of("magdaFiles", Map.of("port", 1, "poll", "PT0.1S")),
                "magda", Map.of("perSecond", 400),
                "sandbox", FreePorts.with(Map.of("answerDelay", "PT0.1S")));
        config = Files.writeString(folder.resolve("zeef.yaml"), Json.of(own));
    }

    @Test
    void isMadeFilledInCheckedAndDelivered_asTheDocumentSays() throws Exception {
        assertThat(type("agreement new").code()).isZero();
        assertThat(type("check").text()).contains("agreement.fill-in");

        fillIn();
        decideByTheMeasureToo();
        nameThePopulation();
        Files.writeString(
                home.resolve("conformance-tests/agreements/" + AGREEMENT + ".csv"), block("heeftStatus;ocmwMaatregel"));
        assertThat(type("check").text())
                .doesNotContain("agreement.fill-in", "check.case", "check.party", "error  " + AGREEMENT);

        String told = block("$ ./zeef sync " + AGREEMENT);
        assertThat(type("sync " + AGREEMENT).text())
                .contains(told.lines()
                        .filter(line -> line.startsWith(AGREEMENT))
                        .map(line -> line.replaceFirst(" +[\\d.]+$", ""))
                        .toList());
        assertThat(told).endsWith(Files.readString(data.resolve("sandbox/childcare/tariffs.csv")));
        assertThat(type("agreement hash").code()).isZero();
        assertAnotherDeliversToTheSameRecipient();
    }

    /** Childcare's own agreement, in the same year. */
    private void assertAnotherDeliversToTheSameRecipient() {
        String other = "heusden-zolder-kinderopvang";
        assertThat(ApprovalHouse.said(config, "sync", other, "--on=2026-10-16").text())
                .containsPattern(other + " +2026-10-16 .* confirmed ")
                .doesNotContain("not foreseen");
    }

    /** Step 2 and 3. */
    private void fillIn() throws IOException {
        Path file = home.resolve("mappings/agreements/" + AGREEMENT + ".yaml");
        String sources = block("sources:").replace("$", "\\$");
        String categories = block("dataCategories:").replace("$", "\\$");
        String parties = block("parties:").replace("$", "\\$");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("(?s)(?<=\\n)sources:\\n.*?(?=rule:\\n)", sources)
                        .replaceFirst("(?s)(?<=\\n)parties:.*?(?=purpose:)", parties)
                        .replaceFirst("(?s)(?<=\\n)dataCategories:.*?(?=dataFormat:)", categories)
                        .replaceAll("\"FILL IN: your domain[^\"]*\"", "heusden-zolder.be")
                        .replaceAll("\"FILL IN: (\\d{4}-\\d{2}-\\d{2})\"", "$1")
                        .replaceAll("\"FILL IN[^\"]*\"", "\"as the municipality says\""));
    }

    /** Step 4: the document's own table. */
    private void decideByTheMeasureToo() throws IOException {
        Path file = home.resolve("mappings/rules/" + AGREEMENT + ".dmn");
        String table = block("<decisionTable").strip().replace("$", "\\$");
        Files.writeString(file, Files.readString(file).replaceFirst("(?s)<decisionTable.*</decisionTable>", table));
    }

    /** Step 5. */
    private void nameThePopulation() throws IOException {
        Map<String, Object> said = new YAMLMapper().readValue(block("populations:"), new TypeReference<>() {});
        Files.writeString(config, Json.of(Overrides.over(own, said)));
    }

    private static String block(String beginning) {
        return Docs.blocks().stream()
                .filter(block -> block.document().endsWith("add-an-agreement.md"))
                .map(Quoted::text)
                .filter(text -> text.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    /** Types the first command of the document that begins so. */
    private ApprovalHouse.Said type(String beginning) {
        Quoted command = Docs.typed().stream()
                .filter(typed -> typed.document().endsWith("add-an-agreement.md"))
                .filter(typed -> typed.text().startsWith("./zeef " + beginning))
                .findFirst()
                .orElseThrow();
        return ApprovalHouse.said(config, CommandsOfDocsTest.words(command.text()));
    }
}
