package be.zeef.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {

    private static final String DIGEST = "0".repeat(63) + "1";
    private static final Manifest SMALL =
            new Manifest("a-town", new TreeMap<>(Map.of("routes/b.yaml", DIGEST, "mappings/a.yaml", DIGEST)));

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void shouldBeWhatSha256sumWrites_inTheOrderOfPaths() {
        assertThat(SMALL.text())
                .isEqualTo(
                        "# zeef manifest 1 a-town\n" + DIGEST + "  mappings/a.yaml\n" + DIGEST + "  routes/b.yaml\n");
    }

    @Test
    void shouldHoldEachFilesOwnDigest_andBeTheVersionByItsOwn() throws Exception {
        Agreements all = new Agreements(Path.of("mappings"));
        Manifest manifest = all.manifest(all.load("gent-uitpas"));

        for (Map.Entry<String, String> file : manifest.files().entrySet()) {
            assertThat(file.getValue()).as(file.getKey()).isEqualTo(sha256(Files.readAllBytes(Path.of(file.getKey()))));
        }
        assertThat(all.load("gent-uitpas").version())
                .isEqualTo(sha256(manifest.text().getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void shouldBeReadBack() {
        assertThat(Manifest.read(SMALL.text().getBytes(StandardCharsets.US_ASCII)))
                .contains(SMALL);
    }

    /** A text that could be read in two ways is none: what was signed is one thing. */
    @Test
    void shouldReadNothingElse() {
        String text = SMALL.text();
        for (String other : List.of(
                "",
                SMALL.version(),
                text.stripTrailing(),
                text + "\n",
                text.replace("\n", "\r\n"),
                text.replace("  ", " "),
                text.replace("a-town", "A town"),
                text.replace("manifest 1", "manifest 2"),
                text.replace("0001", "000A"),
                text.replace("routes/b", "../b"),
                text.replace("routes/b", "/b"),
                text + DIGEST + "  mappings/a.yaml\n",
                text.lines().sorted(java.util.Comparator.reverseOrder()).reduce("", (a, b) -> a + b + "\n"),
                "\uFEFF" + text)) {
            assertThat(Manifest.read(other.getBytes(StandardCharsets.UTF_8)))
                    .as(other)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "../a", "a/../b", ".a", "a/.b", "a b", "a\nb", "é"})
    void shouldNameNoSuchFile(String path) {
        assertThat(Manifest.canName(path)).isFalse();
    }
}
