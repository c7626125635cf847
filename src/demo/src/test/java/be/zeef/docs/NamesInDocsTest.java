package be.zeef.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import be.zeef.docs.Docs.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name is there: files, codes of findings, classes. */
class NamesInDocsTest {

    private static final Path TEXTS = Path.of("src/gateway/src/main/resources/be/zeef/validation/findings");
    private static final Pattern CODE = Pattern.compile("(?m)^(?:error|warning|info) .*?  ([a-z]+\\.[a-z0-9-]+)$");
    private static final Set<String> ROOMS =
            Set.of("routes", "security", "mappings", "src", "docs", "conformance-tests");

    /** Files that somebody makes while following a document, and the document. */
    private static final Set<String> MADE_BY_READERS = Set.of(
            "mappings/recipients/library/recipient.yaml",
            "routes/library.yaml",
            "mappings/recipients/library",
            "mappings/sources/magda/GeefIets-01.00/");

    @Test
    void everyCodeThatIsQuotedCanBeTold() throws IOException {
        Set<String> codes = codes();
        Set<String> quoted = new TreeSet<>();
        Docs.blocks().forEach(block -> {
            Matcher code = CODE.matcher(block.text());
            while (code.find()) {
                quoted.add(code.group(1));
            }
        });
        Set<String> families = new TreeSet<>();
        codes.forEach(code -> families.add(code.split("\\.")[0]));
        for (Quoted code : Docs.inLine()) {
            if (code.text().matches("[a-z]+\\.[a-z]+-[a-z0-9-]+")
                    && families.contains(code.text().split("\\.")[0])) {
                quoted.add(code.text());
            }
        }
        assertThat(quoted).hasSizeGreaterThan(10);
        assertThat(codes).containsAll(quoted);
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.list(TEXTS)) {
            for (Path file :
                    files.filter(each -> !each.toString().contains("_")).toList()) {
                Properties texts = new Properties();
                try (var in = Files.newBufferedReader(file)) {
                    texts.load(in);
                }
                String family = file.getFileName().toString().replace(".properties", "");
                texts.stringPropertyNames().forEach(name -> codes.add(family + "." + name));
            }
        }
        return codes;
    }

    @Test
    void everyFileThatIsNamedIsThere() {
        for (Quoted code : Docs.inLine()) {
            String path = code.text();
            boolean ofOurs = path.contains("/") && ROOMS.contains(path.split("/")[0]) && !path.matches(".*[ <*…].*");
            if (ofOurs && !MADE_BY_READERS.contains(path)) {
                assertThat(path.matches("docs/adr/\\d+") ? Docs.decision(path) : Path.of(path))
                        .as(code.toString())
                        .exists();
            }
        }
    }

    @Test
    void everyClassAndTestThatIsNamedIsThere() {
        for (Quoted code : Docs.inLine()) {
            if (code.text().matches("be\\.zeef(\\.[a-z]+)*\\.[A-Z]\\w+")) {
                assertThatCode(() -> Class.forName(code.text()))
                        .as(code.toString())
                        .doesNotThrowAnyException();
            }
        }
    }
}
