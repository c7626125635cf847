package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.GrantDatabase;
import be.zeef.cli.Zeef;
import be.zeef.cli.text.Json;
import be.zeef.plan.Plans;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a clerk entered in June and nobody delivered before the school year ended, as the operator sees and closes it. */
class OpenCommandTest {

    private static final String AGREEMENT = "heusden-zolder-kinderopvang";

    @TempDir
    Path folder;

    private Path config;
    private StringWriter said;

    @BeforeEach
    void enterTwo() throws Exception {
        ReadyKeys.copy(folder.resolve("keys"), folder.resolve("sandbox/keys"));
        config = Files.writeString(
                folder.resolve("zeef.yaml"),
                Json.of(Map.of(
                        "data",
                        folder.toString(),
                        "home",
                        Path.of("").toAbsolutePath().toString())));
        Settings settings = SettingsFile.read(config, Map.of());
        Agreement agreement = new Agreements(Path.of("mappings")).load(AGREEMENT);
        try (GrantDatabase database = new GrantDatabase(settings, agreement, Today.wallClock())) {
            for (LocalDate on : new LocalDate[] {LocalDate.of(2026, 6, 15), LocalDate.of(2028, 10, 1)}) {
                database.grants()
                        .grant(
                                Plans.ofClerk(agreement, on),
                                Insz.of("85651200136", Realm.SANDBOX),
                                "SOCIAL",
                                "clerk-7",
                                "attest ziekenfonds");
            }
        }
    }

    @Test
    void showsWhatIsOpen_byItsLastDay() {
        assertThat(open()).isZero();

        assertThat(said.toString().lines())
                .containsExactly(
                        "until 2026-08-31 (ended): 1 open, 1 in no delivery, 0 refused, 0 not sent, 0 without an answer",
                        "until 2029-08-31: 1 open, 1 in no delivery, 0 refused, 0 not sent, 0 without an answer");
    }

    @Test
    void closesWhatHasEnded_once() {
        assertThat(open("--close", "2026-08-31", "--reason", "the family was paid back", "--by", "an"))
                .isZero();
        assertThat(said.toString()).isEqualTo("1 grant that ended on 2026-08-31 was closed\n");

        assertThat(open("--close", "2026-08-31", "--reason", "the family was paid back", "--by", "an.peeters"))
                .as("nothing is left to close")
                .isEqualTo(1);
        assertThat(open()).isZero();
        assertThat(said.toString()).startsWith("until 2029-08-31").hasLineCount(1);
    }

    @Test
    void closesNothing_thatRunsGoOnTrying_orWithoutAReasonThatCanBeKept() {
        assertThat(open("--close", "2029-08-31", "--reason", "we know better", "--by", "an.peeters"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("has not ended yet");
        assertThat(open("--close", "2026-08-31")).as("no reason").isEqualTo(2);
        assertThat(open("--close", "2026-08-31", "--reason", "85.65.12-001.36 moved", "--by", "an.peeters"))
                .isEqualTo(2);
        assertThat(open("--close", "2026-08-31", "--reason", "nr 00136", "--by", "an-856512"))
                .as("a number in two halves")
                .isEqualTo(2);

        assertThat(open()).isZero();
        assertThat(said.toString()).hasLineCount(2);
    }

    /** To close decides that nothing more goes out; to look decides nothing. */
    @Test
    void closesNothing_underAnAgreementThatNobodyApproved() throws Exception {
        Files.writeString(
                config,
                Json.of(Map.of(
                        "profile",
                        "production",
                        "data",
                        folder.toString(),
                        "home",
                        Path.of("").toAbsolutePath().toString())));

        assertThat(open("--close", "2026-08-31", "--reason", "the family was paid back", "--by", "an"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("trusted.").doesNotContain("closed");
        assertThat(open()).isZero();
        assertThat(said.toString()).hasLineCount(2);
    }

    @Test
    void saysSo_whenNothingIsOpen() {
        assertThat(run("open", "gent-huisvuilzakken")).isZero();
        assertThat(said.toString()).startsWith("Nothing is open").contains("gent-huisvuilzakken");

        assertThat(run("open", "gent-huisvuilzakken", "--json")).isZero();
        assertThat(said.toString())
                .contains("\"agreement\":\"gent-huisvuilzakken\"")
                .contains("\"open\":[]");
    }

    @Test
    void listsInJson_whatIsOpen() throws Exception {
        assertThat(open("--json")).isZero();

        var open = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(said.toString())
                .get("open");
        assertThat(open).hasSize(2);
        assertThat(open.get(0).get("until").asText()).isEqualTo("2026-08-31");
        assertThat(open.get(0).get("undelivered").asLong()).isEqualTo(1);
        assertThat(open.get(0).get("unsent").asLong()).isZero();
    }

    /** Its payments are settled elsewhere: to say that nothing is open would be untrue. */
    @Test
    void namesTheOtherCommand_whenTheAgreementPays() {
        assertThat(run("open", "wingene-geboortepremie")).isEqualTo(1);
        assertThat(said.toString()).contains("zeef payment list");
    }

    private int open(String... options) {
        return run(
                Stream.concat(Stream.of("open", AGREEMENT), Stream.of(options)).toArray(String[]::new));
    }

    private int run(String... words) {
        said = new StringWriter();
        CommandLine line = Zeef.line(be.zeef.subject.Today.wallClock());
        line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return line.execute(Stream.concat(Stream.of(words), Stream.of("--config", config.toString()))
                .toArray(String[]::new));
    }
}
