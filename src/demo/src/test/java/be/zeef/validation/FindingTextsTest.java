package be.zeef.validation;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.Written;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code that the gateway can tell has a text in three languages, with the same places. */
class FindingTextsTest {

    private static final Path TEXTS = Path.of("src/gateway/src/main/resources/be/zeef/validation/findings");

    static List<String> families() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyLanguageSaysTheSame(String family) throws IOException {
        Properties english = read(family);
        for (String language : List.of("nl", "fr")) {
            Properties other = read(family + "_" + language);
            assertThat(other.stringPropertyNames()).as(language).isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(places(other.getProperty(key)))
                        .as("%s in %s", key, language)
                        .isEqualTo(places(english.getProperty(key)));
            }
        }
    }

    /** In a message's pattern an apostrophe is two; a single one vanishes and takes places with it. */
    @ParameterizedTest
    @MethodSource("families")
    void everyApostropheIsWrittenTwice(String family) throws IOException {
        for (String language : List.of("", "_nl", "_fr")) {
            read(family + language).forEach((key, text) -> assertThat(((String) text).replace("''", ""))
                    .as("%s%s", key, language)
                    .doesNotContain("'"));
        }
    }

    /** Whoever is told to run something again is told what to type, with the agreement's own id in it. */
    @ParameterizedTest
    @MethodSource("families")
    void whatIsToBeDoneAgain_namesItsCommand(String family) throws IOException {
        Map<String, String> again = Map.of(
                "", "(sync|run|release it) again(?!st)|--resume|\\bAGREEMENT\\b",
                "_nl", "(synchroniseer|begin)( dan)? opnieuw|opnieuw vrij|--resume|\\bOVEREENKOMST\\b",
                "_fr", "synchronisez à nouveau|libérez-le à nouveau|relancez(?! la commande)|--resume|\\bACCORD\\b");
        for (Map.Entry<String, String> language : again.entrySet()) {
            read(family + language.getKey()).forEach((key, text) -> {
                if (Pattern.compile(language.getValue()).matcher((String) text).find()) {
                    assertThat((String) text)
                            .as("%s%s", key, language.getKey())
                            .containsPattern("zeef [a-z]+ .*\\{\\d}");
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyPageThatIsNamedIsThere(String family) throws IOException {
        for (String language : List.of("", "_nl", "_fr")) {
            read(family + language).forEach((key, text) -> Pattern.compile("docs/[a-z-]+\\.md")
                    .matcher((String) text)
                    .results()
                    .forEach(page -> assertThat(Path.of(page.group()))
                            .as("%s%s", key, language)
                            .exists()));
        }
    }

    /** "1 lines" tells a reader that nobody read it before him. */
    @ParameterizedTest
    @MethodSource("families")
    void oneIsNotMany(String family) throws IOException {
        Map<String, String> several = Map.of(
                "en",
                        "people|members|grants|lines|rows|days|files|entries|payments|shares|statuses|social tariffs|years",
                "nl",
                        "mensen|gezinsleden|toekenningen|regels|rijen|dagen|bestanden|betalingen|delen|statuten|kansentarieven",
                "fr", "personnes|membres|octrois|lignes|jours|fichiers|paiements|parts|statuts|tarifs|ans");
        for (String key : read(family).stringPropertyNames()) {
            Finding finding =
                    new Finding(Severity.ERROR, family + "." + key, Location.WHOLE, Collections.nCopies(9, "1"));
            several.forEach((language, many) -> assertThat(finding.text(Locale.forLanguageTag(language)))
                    .doesNotContainPattern("\\b1 (" + many + ")\\b")
                    .doesNotContain("{", "|", "choice"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 0 | The certificate x expires in 0 days.",
                "en | 1 | The certificate x expires in 1 day.",
                "en | 12000 | The certificate x expires in 12000 days.",
                "nl | 0 | Het certificaat x vervalt over 0 dagen.",
                "nl | 1 | Het certificaat x vervalt over 1 dag.",
                "fr | 0 | Le certificat x expire dans 0 jour.",
                "fr | 2 | Le certificat x expire dans 2 jours."
            })
    void aCountChoosesItsWord(String language, String days, String text) {
        assertThat(Finding.warning("check.expires", Location.WHOLE, "x", days).text(Locale.forLanguageTag(language)))
                .startsWith(text);
    }

    /** The advice must not lead to a second refusal. */
    @Test
    void aReasonThatIsRefusedIsToldHowToWriteIt() {
        Finding finding = Written.faultOfReason("attest van 01/05/2026 tot 31/05/2026", "--reason")
                .orElseThrow();
        assertThat(finding.code()).isEqualTo("counter.reason-number");
        assertThat(finding.text(Locale.ENGLISH)).contains("eleven digits or more", "the month's name");
        for (String reason : List.of("attest ziekenfonds, 3 May 2026", "attest van 1 mei tot 31 mei 2026")) {
            assertThat(Written.faultOfReason(reason, "--reason")).isEmpty();
        }
    }

    @Test
    void everyCodeInTheSourcesHasAText() throws IOException {
        String families = String.join("|", families());
        Pattern code = Pattern.compile("\"((?:" + families + ")\\.[a-z][a-z0-9-]*[a-z0-9])\"");
        Set<String> without = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(FindingTextsTest::tellsFindings).toList()) {
                var found = code.matcher(Files.readString(file));
                while (found.find()) {
                    String name = found.group(1);
                    int dot = name.indexOf('.');
                    if (!read(name.substring(0, dot)).containsKey(name.substring(dot + 1))) {
                        without.add(name + " in " + file.getFileName());
                    }
                }
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void aTextSpeaksTheReadersLanguage() {
        Finding finding = Finding.warning("sync.receipt-chased", Location.WHOLE, "x.csv");
        assertThat(finding.text(Locale.forLanguageTag("nl-BE"))).startsWith("Nog geen ontvangstbewijs voor x.csv");
        assertThat(finding.text(Locale.FRENCH)).startsWith("Pas encore d'accusé pour x.csv");
        assertThat(finding.text(Locale.GERMAN)).startsWith("No receipt for x.csv");
    }

    /** The sandbox tells none, and in RouteProperties the same words name settings. */
    private static boolean tellsFindings(Path file) {
        return file.toString().endsWith(".java")
                && file.toString().contains("/src/main/")
                && !file.toString().contains("/sandbox/")
                && !file.endsWith("RouteProperties.java");
    }

    private static Set<Integer> places(String pattern) {
        return Pattern.compile("\\{(\\d)}")
                .matcher(pattern)
                .results()
                .map(place -> Integer.valueOf(place.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(TEXTS.resolve(bundle + ".properties"))) {
            texts.load(in);
        }
        return texts;
    }
}
