package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.subject.Today;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code zeef agreement diff}: an id, or a folder with an older copy; 0 when all is the same, 1 when something differs, 2 for misuse. */
class AgreementDiffTest {

    @TempDir
    Path older;

    private final StringWriter said = new StringWriter();
    private final StringWriter refused = new StringWriter();

    @BeforeEach
    void copy() throws IOException {
        for (String folder : List.of("mappings", "routes", "security/profiles")) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                for (Path each : all.toList()) {
                    if (Files.isRegularFile(each)) {
                        Files.createDirectories(older.resolve(each).getParent());
                        Files.copy(each, older.resolve(each));
                    }
                }
            }
        }
    }

    private int diff(String... arguments) {
        CommandLine line = Zeef.line(Today.wallClock());
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(refused, true));
        return line.execute(Stream.concat(Stream.of("agreement", "diff"), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private void edit(String file, String was, String is) throws IOException {
        String text = Files.readString(older.resolve(file));
        assertThat(text).contains(was);
        Files.writeString(older.resolve(file), text.replace(was, is));
    }

    @Test
    void shouldEndWith0_whenEverythingIsTheSame() throws IOException {
        assertThat(diff(older.toString(), "gent-uitpas", "--language", "en")).isZero();
        assertThat(said).hasToString("gent-uitpas\n  Nothing differs: every file is the same to the byte.\n");

        said.getBuffer().setLength(0);
        assertThat(diff(older.toString(), ".", "--json")).isZero();
        assertThat(json().path("same").asBoolean()).isTrue();
    }

    @Test
    void shouldEndWith1_andSayFromWhichToWhich() throws IOException {
        edit("mappings/agreements/gent-huisvuilzakken.yaml", "measures: [CSR, BB, BG]", "measures: [CSR, BB]");

        assertThat(diff(older.toString(), "gent-huisvuilzakken")).isEqualTo(1);
        assertThat(said).hasToString("gent-huisvuilzakken\n  Vraagt één maatregel van het OCMW meer: BG.\n");

        said.getBuffer().setLength(0);
        assertThat(diff("gent-huisvuilzakken", older.toString(), "--language", "fr"))
                .isEqualTo(1);
        assertThat(said).hasToString("gent-huisvuilzakken\n  Ne demande plus la mesure BG à la base du CPAS.\n");
    }

    @Test
    void shouldBeOneObject_inJson() throws IOException {
        edit("routes/sftp.yaml", "#", "# ");
        Files.delete(older.resolve("mappings/agreements/wingene-korting.yaml"));

        assertThat(diff(older.toString(), ".", "--json", "--language", "en")).isEqualTo(1);
        JsonNode told = json();
        assertThat(told.path("same").asBoolean()).isFalse();
        // every agreement has the route; one more is new
        assertThat(told.path("differences")).hasSize(7);
        assertThat(told.at("/differences/0").toString())
                .isEqualTo(
                        "{\"agreement\":\"gent-huisvuilzakken\",\"code\":\"difference.file-changed\",\"file\":\"routes/sftp.yaml\","
                                + "\"path\":\"\",\"text\":\"The way that a message takes was changed: routes/sftp.yaml.\"}");
        assertThat(told.at("/differences/6/code").asText()).isEqualTo("difference.agreement-new");
    }

    @Test
    void shouldCompareOneAgreementOfTwoFolders_whenItIsNamed() throws IOException {
        edit("mappings/agreements/gent-huisvuilzakken.yaml", "measures: [CSR, BB, BG]", "measures: [CSR, BB]");

        assertThat(diff(older.toString(), ".", "--agreement", "gent-uitpas")).isZero();
        assertThat(diff(older.toString(), ".", "--agreement", "gent-huisvuilzakken"))
                .isEqualTo(1);
    }

    @Test
    void shouldEndWith2_forWhatIsNeitherFolderNorAgreement() {
        assertThat(diff("gent-uitpas", "no-such")).isEqualTo(2);
        assertThat(diff("gent-uitpas", "no/such/folder")).isEqualTo(2);
        assertThat(diff("gent-uitpas", "routes")).isEqualTo(2);
        assertThat(diff("gent-uitpas")).isEqualTo(2);
        assertThat(diff("gent-uitpas", older.toString(), "--agreement", "gent-uitpas"))
                .isEqualTo(2);
        assertThat(said.toString()).isEmpty();
    }

    private JsonNode json() throws IOException {
        assertThat(said.toString().lines()).hasSize(1);
        return new ObjectMapper().readTree(said.toString());
    }
}
