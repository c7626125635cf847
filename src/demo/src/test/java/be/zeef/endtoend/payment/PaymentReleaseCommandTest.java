package be.zeef.endtoend.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.zeef.cli.Zeef;
import be.zeef.endtoend.city.TestCity;
import be.zeef.security.SoftToken;
import be.zeef.security.Someone;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A payment file and its release, as people type it; each test goes on where the one before it ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PaymentReleaseCommandTest {

    private static final Someone DIRK = Someone.named("card-of-dirk");

    @TempDir
    static Path data;

    private static TestCity city;
    private static Path config;
    private static Path people;
    private static String file;

    @BeforeAll
    static void open() throws Exception {
        city = new TestCity(data, 20);
        people = city.sandbox().folder().resolve("releasers");
        Path card = Files.write(data.resolve("dirk.der"), DIRK.certificate().getEncoded());
        List<Map<String, String>> releasers = new ArrayList<>(List.of(pinned("dirk", card)));
        for (String person : List.of("an", "bert", "carla")) {
            releasers.add(pinned(person, people.resolve(person + ".pem")));
        }
        config = data.resolve("zeef.yaml");
        new YAMLMapper().writeValue(config.toFile(), settings(releasers));
    }

    private static Map<String, String> pinned(String person, Path certificate) {
        return Map.of("person", person, "certificate", certificate.toString());
    }

    private static Map<String, Object> settings(List<Map<String, String>> releasers) {
        Map<String, Object> all = city.overrides();
        all.put("payment", Map.of("answerWithin", "PT30S", "releasers", releasers));
        return all;
    }

    @AfterAll
    static void close() {
        city.close();
    }

    private record Said(int code, String out, String err) {}

    private static Said zeef(Object... arguments) {
        List<String> all = new ArrayList<>();
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        all.add("--config=" + config);
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true));
            System.setErr(new PrintStream(told, true));
            int code = Zeef.run(all.toArray(String[]::new));
            return new Said(code, said.toString(), told.toString());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static Said release(String person) {
        return zeef("payment", "release", file, key(person), passwordOf(person));
    }

    private static String key(String person) {
        return "--key=" + people.resolve(person + ".p12");
    }

    private static String passwordOf(String person) {
        return "--password-file=" + people.resolve(person + ".password");
    }

    private static Path passwordFile(String password, String permissions) throws IOException {
        Path file = Files.createTempFile(data, "password", "");
        Files.writeString(file, password);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    @Order(1)
    void composes_inTheNameOfWhoSignsTheRun() {
        Said said = zeef("sync", "wingene-geboortepremie", "--on=2026-07-01", key("carla"), passwordOf("carla"));
        var name = Pattern.compile("(GP202606-\\S+): ").matcher(said.out());
        assertThat(name.find()).as(said.out() + said.err()).isTrue();
        file = name.group(1);
        assertThat(zeef("payment", "show", file).out()).contains("composed    by carla", "released    by nobody");
        assertThat(release("carla").err()).contains("The run that composed " + file + " was signed by carla");
    }

    @Test
    @Order(2)
    void knowsNobodyByName() {
        assertThat(zeef("payment", "release", file, "--by=an").code()).isEqualTo(2);
        assertThat(zeef("ask", "gent-uitpas", "-").code())
                .as("nor does an account name a clerk")
                .isEqualTo(2);
        assertThat(zeef("grant", "heusden-zolder-kinderopvang", "-", "--reason=proof")
                        .code())
                .isEqualTo(2);
        Said keyless = zeef("payment", "release", file);
        assertThat(keyless.code()).isEqualTo(2);
        assertThat(keyless.err()).contains("--key FILE");
        assertThat(zeef("payment", "show", file).out()).contains("composed\n");
    }

    @Test
    @Order(3)
    void saysWhatIsWrongWithAPassword() throws IOException {
        Said wrong =
                zeef("payment", "release", file, key("an"), "--password-file=" + passwordFile("wrong", "rw-------"));
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("an.p12", "the password is wrong");
        Said open = zeef("payment", "release", file, key("an"), "--password-file=" + passwordFile("any", "rw-r--r--"));
        assertThat(open.err()).contains("can be read or written by others");
        assertThat(zeef("payment", "release", file, key("an")).err()).contains("no terminal", "--password-file");
    }

    @Test
    @Order(4)
    void showsWhatIsSigned_andTakesOnePersonOnce() throws IOException {
        Said first = release("an");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("You sign:", "    zeef 1: release of a payment file", "    file: " + file, "    sha-256: ")
                .contains("Another person must release it too")
                .containsPattern("released    by an, certificate [0-9a-f]{16}");
        Said again = release("an");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("an released " + file + " already");
        assertThat(city.sandbox().bank().paid()).isEmpty();
    }

    @Test
    @Order(5)
    void showsNames_toWhoSignsForThem() {
        Said names = zeef("payment", "show", "other-means", "--names", key("bert"), passwordOf("bert"));
        assertThat(names.code()).as(names.err()).isZero();
        assertThat(names.out()).contains("zeef 1: sight of names and accounts", "(no account)");
        assertThat(zeef("payment", "show", file, "--names").err()).contains("--key FILE");
    }

    @Test
    @Order(6)
    void handsOver_whenAnotherSignsWithTheKeyOnTheirToken() throws Exception {
        assumeTrue(SoftToken.missing().isEmpty(), () -> SoftToken.missing().orElseThrow());
        Path token = SoftToken.holding(DIRK);
        Path pin = passwordFile(SoftToken.PIN, "rw-------");
        Said second = zeef(
                "payment",
                "release",
                file,
                "--token=" + token,
                "--alias=card-of-dirk",
                "--password-file=" + pin,
                "--json");
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.err()).contains("zeef 1: release of a payment file");
        var json = new ObjectMapper().readTree(second.out());
        assertThat(json.path("handedOver").asBoolean()).isTrue();
        assertThat(json.path("releases").findValuesAsText("person")).containsExactly("an", "dirk");
        assertThat(city.sandbox().bank().paid()).isNotEmpty();
    }

    @Test
    @Order(7)
    void findsTheEvidenceWhole() {
        Said ledger = zeef("ledger", "verify");
        assertThat(ledger.code()).as(ledger.out()).isZero();
        assertThat(zeef("check", "wingene-geboortepremie").out()).contains("good     releasers");
    }
}
