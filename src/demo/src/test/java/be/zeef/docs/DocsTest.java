package be.zeef.docs;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Homes;
import be.zeef.check.RouteCheck;
import be.zeef.docs.Docs.Quoted;
import be.zeef.recipient.RecipientFile;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Today;
import be.zeef.trust.TestPki;
import be.zeef.trust.TrustFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents quote of settings, recipients and trust is read. Names: {@code NamesInDocsTest}. Commands: {@code CommandsOfDocsTest}. */
class DocsTest {

    @TempDir
    Path folder;

    static List<Quoted> settings() {
        return Docs.blocks().stream()
                .filter(block -> block.language().equals("yaml"))
                .filter(
                        block -> block.text()
                                .matches(
                                        "(?s)(#[^\n]*\n)*(profile|populations|ledger|magda|ocmw|partners|payment|counter|uitpas):.*"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aBlockOfSettingsIsRead(Quoted block) throws IOException {
        Path file = Files.writeString(folder.resolve("zeef.yaml"), block.text());
        Map<String, String> home = Map.of("home", withWhatReadersMake().toString());

        Settings read = SettingsFile.read(file, home, Map.of());

        assertThat(read).as(block.toString()).isNotEqualTo(SettingsFile.read(folder.resolve("none"), home, Map.of()));
    }

    /** Settings name what is there; of these documents, what their reader made in an earlier step. */
    private Path withWhatReadersMake() throws IOException {
        Path home = Homes.copy(folder.resolve("home"));
        Files.createFile(home.resolve("mappings/agreements/heusden-zolder-sportkampen.yaml"));
        Path library = Files.createDirectories(home.resolve("mappings/recipients/library"));
        Files.createFile(library.resolve("recipient.yaml"));
        return home;
    }

    /** The parties, the sources and the data categories: FollowedAgreementTest; statuses, benefits and what goes along: QuotedAgreementsTest; the others below. */
    @Test
    void everyOtherBlockOfYamlIsHeldAgainstItsReaderByATestOfItsOwn() {
        assertThat(Docs.blocks())
                .filteredOn(
                        block -> block.language().equals("yaml") && !settings().contains(block))
                .extracting(block -> block.document().getFileName() + " "
                        + block.text()
                                .lines()
                                .filter(line -> !line.startsWith("#"))
                                .findFirst()
                                .orElseThrow())
                .containsExactlyInAnyOrder(
                        "add-an-agreement.md parties:",
                        "add-an-agreement.md dataCategories:",
                        "add-an-agreement.md sources:",
                        "add-an-agreement.md     statuses:",
                        "add-an-agreement.md benefits:",
                        "add-an-agreement.md recipient:",
                        "add-an-agreement.md recipient:",
                        "add-an-agreement.md series: BIB.KAART                 # deliveries are called BIB.KAART.<year>.<sequence>",
                        "add-an-agreement.md - templatedRoute:",
                        "approve-an-agreement.md serial: 1                        # counts up with every file: an older one is refused where a newer one was in use",
                        "pay-birth-premiums.md releasers:",
                        "prove-an-agreement.md proof:",
                        "prove-an-agreement.md   padding:");
    }

    /** Its columns and its routes: NewRecipientTest. */
    @Test
    void theRecipientThatIsAddedIsRead() throws IOException {
        Path library = Files.createDirectories(folder.resolve("library"));
        Files.writeString(library.resolve("recipient.yaml"), Docs.yaml("series: BIB.KAART"));
        Files.writeString(
                library.resolve("receipt.xsd"),
                Files.readString(Path.of("mappings/recipients/childcare/receipt.xsd"))
                        .replace("KIND\\.SOCTAR", "BIB\\.KAART")
                        .replace("childcare", "library"));

        assertThat(RecipientFile.read(library, Set.of("columns")).series()).isEqualTo("BIB.KAART");
    }

    @Test
    void theRoutesOfTheRecipientThatIsAddedAreFaultless() throws IOException {
        Path home = withWhatReadersMake();
        Files.writeString(home.resolve("routes/library.yaml"), Docs.yaml("routeId: library-put"));
        Path file = Files.writeString(folder.resolve("zeef.yaml"), Docs.yaml("  library: {host"));

        assertThat(RouteCheck.of(SettingsFile.read(file, Map.of("home", home.toString()), Map.of()))
                        .findings())
                .isEmpty();
    }

    /** With the releasers of docs/pay-birth-premiums.md in it, and of the days of now. */
    @Test
    void theTrustFileIsMade() throws IOException {
        TestPki pki = TestPki.at(Instant.now());
        Map<String, String> certificates = Map.of(
                "issuer.pem", TestPki.pem(pki.issuer()),
                "an.peeters.pem", TestPki.pem(TestPki.certificate(pki.person("an"))),
                "jo.maes.pem", TestPki.pem(TestPki.certificate(pki.person("jo", TestPki.rsa()))));
        LocalDate today = Today.at(Instant.now());
        String text = Docs.yaml("serial: 1")
                .replace("2026-11-01", today.minusDays(1).toString())
                .replace("2027-10-31", today.plusYears(1).toString())
                .replaceFirst(
                        "releasers: .*\\n", Docs.yaml("releasers:\n  wingene").replace("bert.claes", "jo.maes"));

        assertThat(TrustFile.make(
                        folder.resolve("trust.p7s"),
                        text.getBytes(StandardCharsets.UTF_8),
                        certificates::get,
                        TestPki.key(TestPki.selfSigned(
                                "board", Instant.now(), Instant.now().plus(Duration.ofDays(900))))))
                .isNotEmpty();
    }

    @Test
    void everyKeyOfTheTableOfSettingsIsASetting() throws IOException {
        JsonNode defaults = new YAMLMapper()
                .readTree(Path.of("src/gateway/src/main/resources/zeef-defaults.yaml")
                        .toFile());
        Set<String> unknown = new TreeSet<>();
        for (String row : Files.readAllLines(Path.of("docs/configuration.md"))) {
            if (row.startsWith("| `")) {
                String within = "";
                Matcher key = Pattern.compile("`([^`]+)`").matcher(row.split("\\|")[1]);
                while (key.find()) {
                    String name = key.group(1).contains(".") || within.isEmpty() ? key.group(1) : within + key.group(1);
                    within = name.substring(0, name.lastIndexOf('.') + 1);
                    if (!known(defaults, name)) {
                        unknown.add(name);
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static boolean known(JsonNode defaults, String key) {
        List<JsonNode> here = List.of(defaults);
        for (String step : key.replace("[]", "").split("\\.")) {
            boolean any = step.startsWith("<") || step.equals("*");
            here = here.stream()
                    .flatMap(node -> any ? stream(node) : Stream.of(node.path(step)))
                    .filter(node -> !node.isMissingNode())
                    .toList();
        }
        return !here.isEmpty();
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return java.util.stream.StreamSupport.stream(node.spliterator(), false);
    }
}
