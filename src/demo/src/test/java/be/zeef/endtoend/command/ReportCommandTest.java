package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.text.Json;
import be.zeef.endtoend.city.CommandSaid;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.Decided;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.storage.Storage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a data-protection officer types, from the ledger to a page, a paper, a table and RDF. */
class ReportCommandTest {

    private static final String ID = "gent-huisvuilzakken";
    private static final String PERSON = "78661200190";

    @TempDir
    Path folder;

    private Settings settings;
    private String config;

    @BeforeEach
    void aRunThatDecided() throws Exception {
        Path file = folder.resolve("zeef.yaml");
        Files.writeString(
                file,
                Json.of(Map.of(
                        "data",
                        folder.resolve("data").toString(),
                        "home",
                        Path.of("").toAbsolutePath().toString(),
                        "ledger",
                        Map.of("secondPlace", folder.resolve("second").toString()))));
        settings = SettingsFile.read(file, Map.of());
        config = "--config=" + file;
        try (Storage storage = Storage.open(settings.database(), Clock.systemUTC())) {
            new Ledger(storage.jdbi(), Clock.systemUTC()).append(ID, 1, new Decided("v", 274, 1695, 3, 274, "digest"));
        }
    }

    private CommandSaid report(String... words) {
        return CommandSaid.of(
                Stream.concat(Stream.of("report", ID, config), Stream.of(words)).toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void tellsFiguresOfTheSealedLedger_andNoneUnderFive() throws Exception {
        CommandSaid said = report("--json");

        assertThat(said.code()).as(said.text()).isZero();
        JsonNode json = new ObjectMapper().readTree(said.text());
        JsonNode decided = json.at("/benefits/" + ID + "/DECIDED");
        assertThat(decided.at("/notEligible/together/atLeast").asInt()).isEqualTo(1695);
        assertThat(decided.at("/undetermined/together/atMost").asInt()).isEqualTo(4);
        assertThat(json.at("/checkpoint/size").asInt()).isOne();
        assertThat(json.at("/state").asText()).isEqualTo("draft");
        assertThat(json.at("/record").size()).isEqualTo(9);
        assertThat(json.at("/protocol").size()).isEqualTo(8);
    }

    @Test
    void writesEachForm_forThisUserAlone_andNeverOverAFile() throws Exception {
        assertThat(report("--out", file("r.html")).code()).isZero();
        assertThat(report("--format", "pdf", "--out", file("r.pdf")).code()).isZero();
        assertThat(report("--format", "csv").text()).contains(ID + ",DECIDED,notEligible");
        assertThat(report("--format", "turtle").text()).contains("a toestemming:VerwerkingsActiviteit");

        assertThat(Files.readString(folder.resolve("r.html"))).contains("1.695–1.699");
        assertThat(Files.readAllBytes(folder.resolve("r.pdf")))
                .startsWith("%PDF-1.".getBytes(StandardCharsets.US_ASCII));
        assertThat(Files.getPosixFilePermissions(folder.resolve("r.pdf"))).hasSize(2);
        assertThat(report("--out", file("r.html")).code()).isEqualTo(2);
    }

    @Test
    void isMisused_whenWordsDoNotGoTogether() {
        assertThat(report("--format", "pdf").code()).isEqualTo(2);
        assertThat(report("--format", "csv", "--only", "protocol").code()).isEqualTo(2);
        assertThat(report("--from", "2026-08", "--to", "2026-07").code()).isEqualTo(2);
        assertThat(report("--from", "2026-08-01").code()).isEqualTo(2);
        assertThat(CommandSaid.of("report", "no-such-agreement", config).code()).isEqualTo(2);
    }

    @Test
    void tellsNothing_ofALedgerThatIsNotWhatWasSealed() {
        assertThat(report("--json").code()).isZero();
        try (Storage storage = Storage.open(settings.database(), Clock.systemUTC())) {
            storage.jdbi()
                    .useHandle(
                            handle -> handle.execute("update ledger_entry set body = replace(body, '1695', '1696')"));
        }

        CommandSaid said = report("--out", file("r.html"));

        assertThat(said.code()).isOne();
        assertThat(folder.resolve("r.html")).doesNotExist();
    }

    @Test
    void aPersonIsGivenAPaper_orAPage_notBothOfOneLook() throws Exception {
        String[] words = {
            "ledger", "subject", "-", config, "--by", "dpo-an", "--reason", "request 1", "--pdf", file("p.pdf")
        };

        assertThat(CommandSaid.reading(PERSON + "\n", words).code()).isZero();

        assertThat(Files.readAllBytes(folder.resolve("p.pdf"))).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        String[] both = Stream.concat(Stream.of(words), Stream.of("--html", file("p.html")))
                .toArray(String[]::new);
        assertThat(CommandSaid.reading(PERSON + "\n", both).code()).isEqualTo(2);
    }
}
