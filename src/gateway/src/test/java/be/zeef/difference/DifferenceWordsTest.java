package be.zeef.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told reads as a lawyer would say it, in three languages; an agreement has no key without words of its own. */
class DifferenceWordsTest {

    private static List<String> told(Copy before, Copy after, String language) {
        return Differences.between(before, after).stream()
                .map(each -> each.text(Locale.forLanguageTag(language)))
                .toList();
    }

    /** Each edit is one replacement in a file that ships. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gent-huisvuilzakken | decisions: {keep: P2Y | decisions: {keep: P24M | en | Keeps decisions 24 months instead of 2 years.",
                "gent-huisvuilzakken | decisions: {keep: P2Y | decisions: {keep: P1Y | nl | Bewaart beslissingen 1 jaar in plaats van 2 jaar.",
                "gent-huisvuilzakken | decisions: {keep: P2Y | decisions: {keep: P1M | fr | Conserve les décisions 1 mois au lieu de 2 ans.",
                "gent-huisvuilzakken | values: {C1: 4200, | values: {C0: 1000, C1: 4200, | en | Gives the flag's value C0 to IVAGO too (categorie, which stands for 1000).",
                "gent-huisvuilzakken | values: {C1: 4200, | values: { | en | Gives the flag's value C1 no longer to IVAGO (categorie, which stood for 4200).",
                "gent-huisvuilzakken | measures: [CSR, BB, BG] | measures: [CSR, BB, BG, XX] | nl | Vraagt één maatregel van het OCMW meer: XX.",
                "gent-huisvuilzakken | - name: BIM_BVT | - name: OTHER | en | Asks the status OTHER instead of BIM_BVT (for verhoogdeTegemoetkoming).",
                "gent-huisvuilzakken | \"9000\", |  | fr | Ne demande plus sur qui habite à 9000.",
                "gent-huisvuilzakken | until: 2028-12-31 | until: 2029-12-31 | en | Holds until 2029-12-31 instead of 2028-12-31.",
                "gent-huisvuilzakken | furtherProcessing: forbidden | furtherProcessing: allowed | en | Further processing: now “allowed” instead of “forbidden”.",
                "gent-huisvuilzakken | onRequest: false | onRequest: true | nl | Of op vraag bevraagd wordt: nu “ja” in plaats van “neen”.",
                "heusden-zolder-kinderopvang | values: {SOCIAL: 1} | values: {SOCIAL: 1, FULL: 2} | en | Gives the flag's value FULL to holidays too (tarief, which stands for 2)."
            })
    void shouldSay(String id, String was, String is, String language, String sentence) {
        Copy before = Shipped.of(id);
        int at = Shipped.text(before, before.own()).lastIndexOf(was);
        assertThat(at).isPositive();
        Copy after = Shipped.edited(
                before,
                before.own(),
                text -> text.substring(0, at) + (is == null ? "" : is) + text.substring(at + was.length()));

        assertThat(told(before, after, language)).singleElement().asString().endsWith(sentence);
    }

    @Test
    void shouldSayOneMoreStatus() {
        Copy before = Shipped.of("gent-huisvuilzakken");
        Copy after = Shipped.edited(
                before,
                before.own(),
                text -> text.replace(
                        "    statuses:\n",
                        "    statuses:\n      - {name: livingWage, on: day-of-refresh, input: leefloon}\n"));

        assertThat(told(before, after, "en")).first().isEqualTo("Asks one more status: livingWage.");
        assertThat(told(after, before, "en")).containsExactly("Asks no longer the status livingWage.");
    }

    /** Any of several and all of several are asked with the same words, and mean another thing. */
    @Test
    void shouldSayWhetherAnyIsEnoughOrAllAreNeeded() {
        Copy before = Shipped.of("gent-huisvuilzakken");
        Copy any = Shipped.edited(
                before, before.own(), text -> text.replace("- name: BIM_BVT", "- anyOf: [BIM_BVT, OTHER]"));
        Copy all = Shipped.edited(any, any.own(), text -> text.replace("- anyOf:", "- allOf:"));
        Copy third = Shipped.edited(any, any.own(), text -> text.replace("OTHER]", "OTHER, THIRD]"));

        assertThat(told(any, third, "en"))
                .containsExactly("Asks one more status, of which any is enough for verhoogdeTegemoetkoming: THIRD.");
        assertThat(told(any, all, "en"))
                .contains(
                        "Asks no longer the status OTHER, of which any was enough for verhoogdeTegemoetkoming.",
                        "Asks one more status, of which all are needed for verhoogdeTegemoetkoming: OTHER.");
    }

    @Test
    void shouldSayWhatARowGivesNow() {
        Copy before = Shipped.of("gent-huisvuilzakken");
        Copy after = Shipped.edited(
                before,
                "mappings/rules/gent-huisvuilzakken.dmn",
                text -> text.replace("\"NOT_ELIGIBLE\"", "\"ELIGIBLE\""));

        assertThat(told(before, after, "en"))
                .containsExactly("The rule's row 3 (toekenning) now gives uitkomst = \"ELIGIBLE\", categorie = \"\""
                        + " instead of uitkomst = \"NOT_ELIGIBLE\", categorie = \"\".");
    }

    @Test
    void shouldKnowARowAgain_whenOneCameBeforeIt() {
        Copy before = Shipped.of("gent-huisvuilzakken");
        Copy after = Shipped.edited(
                before,
                "mappings/rules/gent-huisvuilzakken.dmn",
                text -> text.replaceFirst(
                        "<rule id=\"r1\">",
                        "<rule id=\"r0\"><inputEntry><text>\"no\"</text></inputEntry><inputEntry><text></text></inputEntry>"
                                + "<outputEntry><text>\"UNDETERMINED\"</text></outputEntry><outputEntry><text>\"\"</text></outputEntry></rule>"
                                + "<rule id=\"r1\">"));

        assertThat(told(before, after, "en"))
                .containsExactly("The rule has a new row 1 (toekenning): it gives uitkomst = \"UNDETERMINED\","
                        + " categorie = \"\" where verhoogdeTegemoetkoming = \"no\".");
    }

    @Test
    void shouldNameAMappingAndASampleByFile() {
        Copy before = Shipped.of("gent-uitpas");
        String mapping = "mappings/sources/magda/GeefSociaalStatuut-03.00/facts.xslt";
        String sample = before.files().keySet().stream()
                .filter(file -> file.contains("/samples/"))
                .findFirst()
                .orElseThrow();
        Copy after = Shipped.edited(Shipped.edited(before, mapping, text -> text + " "), sample, text -> text + " ");

        assertThat(told(before, after, "en"))
                .containsExactlyInAnyOrder(
                        "How a source is asked, or how its answer is read, was changed: " + mapping + ".",
                        "A sample answer was changed: " + sample + ".");
    }

    @Test
    void shouldTellABenefitsOwnChangesAsItsOwn() {
        Copy before = Shipped.of("heusden-zolder-kinderopvang");
        Copy after =
                Shipped.edited(before, before.own(), text -> text.replace("system: holidays", "system: elsewhere"));

        assertThat(told(before, after, "en"))
                .containsExactly("Of the benefit vakantie: Gives the flags to elsewhere instead of holidays.");
    }

    @Test
    void shouldTellTwoAgreementsApart() {
        assertThat(told(Shipped.of("gent-uitpas"), Shipped.of("wingene-korting"), "en"))
                .contains("The agreement's id: now “wingene-korting” instead of “gent-uitpas”.");
    }

    @Test
    void shouldHaveWordsForEveryKeyThatAnAgreementMayHave() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(new File("mappings/agreements/agreement.schema.json"));
        List<String> patterns = new ArrayList<>();
        values(schema, "", patterns);

        assertThat(patterns).hasSizeGreaterThan(120);
        for (String bundle : List.of("", "_nl", "_fr")) {
            assertThat(texts(bundle)).as("difference" + bundle).containsAll(patterns);
        }
    }

    private static List<String> texts(String bundle) throws IOException {
        try (var in = Differences.class.getResourceAsStream(
                "/be/zeef/validation/findings/difference" + bundle + ".properties")) {
            ResourceBundle texts = new java.util.PropertyResourceBundle(in);
            return texts.keySet().stream()
                    .filter(key -> key.startsWith("label."))
                    .map(key -> key.substring("label.".length()))
                    .toList();
        }
    }

    /** Whatever has a value of its own: no group of keys. A benefit's keys are the agreement's, told as the benefit's. */
    private static void values(JsonNode schema, String at, List<String> found) {
        String below = at.isEmpty() || at.equals("benefits.*") ? "" : at + ".";
        if (schema.has("$ref")) {
            return;
        }
        schema.path("properties").properties().forEach(each -> values(each.getValue(), below + each.getKey(), found));
        if (schema.path("additionalProperties").isObject()) {
            values(schema.path("additionalProperties"), below + "*", found);
        }
        // others only say which keys go together
        StreamSupport.stream(schema.path("oneOf").spliterator(), false)
                .filter(each -> each.has("type") || each.has("enum"))
                .forEach(each -> values(each, at, found));
        if (schema.path("type").asText().equals("array")) {
            found.add(at);
            if (schema.at("/items/type").asText().equals("object")) {
                values(schema.path("items"), below + "*", found);
            }
        } else if (!schema.path("type").asText().equals("object") && !at.isEmpty() && !schema.has("oneOf")) {
            found.add(at);
        }
    }
}
