package be.zeef.check;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.DmnRule;
import be.zeef.sieve.Facts;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that is written wrong is found before it runs, and decides nothing when it runs all the same. */
class MisspeltRuleTest {

    private static final Agreements AGREEMENTS = new Agreements(Path.of("mappings"));

    @TempDir
    Path mappings;

    static List<String> shipped() {
        return AGREEMENTS.ids();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedRuleSaysOnlyWordsThatSomebodyUnderstands(String id) {
        assertThat(check(Path.of("mappings"), AGREEMENTS.load(id))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "<text>\"NOT_ELIGIBLE\"</text>|<text>\"NOT_ELIGABLE\"</text>|\"NOT_ELIGABLE\"",
                "<text>\"NOT_ELIGIBLE\"</text>|<text>NOT_ELIGIBLE</text>|NOT_ELIGIBLE",
                "<text>\"NOT_ELIGIBLE\"</text>|<text>\"not_eligible\"</text>|\"not_eligible\"",
                "<text>\"NOT_ELIGIBLE\"</text>|<text></text>|''"
            })
    void isFoundAndDecidesNothing_whenAnOutcomeIsNone(String right, String wrong, String said) throws IOException {
        Agreement agreement = AGREEMENTS.load("gent-onderwijs");
        Path rule = edited(agreement, right, wrong);

        assertThat(check(mappings, agreement)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("check.rule-outcome");
            assertThat(finding.arguments())
                    .startsWith("rules/gent-onderwijs.dmn", "tariefklasse", "4", said.replace("''", ""));
            assertThat(finding.text(Locale.ENGLISH)).contains("Row 4", "tariefklasse", "rules/gent-onderwijs.dmn");
        });
        Decision decision = DmnRule.load(rule, "tariefklasse").decide(facts("no", "boven"));
        assertThat(decision).isEqualTo(Decision.undetermined(Cause.RULE_GAP));
    }

    @Test
    void isFound_whenAValueIsNotOneOfTheAgreement() throws IOException {
        Agreement agreement = AGREEMENTS.load("gent-onderwijs");
        edited(agreement, "<text>\"A\"</text>", "<text>\"AA\"</text>");

        assertThat(check(mappings, agreement)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("check.rule-value");
            assertThat(finding.arguments())
                    .containsExactly("rules/gent-onderwijs.dmn", "tariefklasse", "1", "\"AA\"", "klasse");
        });
    }

    @Test
    void isFoundWhereItStands_whenAnotherDecisionGivesTheValue() throws IOException {
        Agreement agreement = AGREEMENTS.load("gent-huisvuilzakken");
        edited(agreement, "<text>\"C3\"</text>", "<text>\"C33\"</text>");

        // once for each row that gives what that decision says
        assertThat(check(mappings, agreement)).hasSize(2).allSatisfy(finding -> assertThat(finding.arguments())
                .containsExactly("rules/gent-huisvuilzakken.dmn", "bedragcategorie", "3", "\"C33\"", "categorie"));
    }

    @Test
    void isFound_whenAnOutputIsMissing() throws IOException {
        Agreement agreement = AGREEMENTS.load("gent-onderwijs");
        Path rule = edited(agreement, "name=\"uitkomst\"", "name=\"uitkomsten\"");

        assertThat(check(mappings, agreement)).extracting(Finding::code).containsExactly("check.rule-output");
        assertThat(DmnRule.load(rule, "tariefklasse").decide(facts("yes", "B")))
                .isEqualTo(Decision.undetermined(Cause.RULE_GAP));
    }

    @Test
    void decidesNothing_whenRowsContradictEachOther_orNoneFits_orTheTableCannotBeEvaluated() throws IOException {
        Agreement agreement = AGREEMENTS.load("gent-onderwijs");
        for (String[] edit : List.of(
                new String[] {"hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\""},
                new String[] {"<text>\"yes\"</text>", "<text>nobody(</text>"})) {
            Path rule = edited(agreement, edit[0], edit[1]);
            assertThat(DmnRule.load(rule, "tariefklasse").decide(facts("yes", "B")))
                    .as(edit[1])
                    .isEqualTo(Decision.undetermined(Cause.RULE_GAP));
        }
        Path rule = edited(
                agreement, "<inputEntry id=\"r5a\"><text></text>", "<inputEntry id=\"r5a\"><text>\"never\"</text>");
        assertThat(DmnRule.load(rule, "tariefklasse").decide(facts("unknown", "boven")))
                .isEqualTo(Decision.undetermined(Cause.RULE_GAP));
    }

    private static Facts facts(String wage, String income) {
        return new Facts().with("leefloon", wage).with("inkomen", income);
    }

    private static List<Finding> check(Path mappings, Agreement agreement) {
        Findings findings = new Findings();
        RuleCheck.tell(mappings, agreement, findings);
        return findings.report(agreement.id()).findings();
    }

    private Path edited(Agreement agreement, String right, String wrong) throws IOException {
        String text =
                Files.readString(Path.of("mappings").resolve(agreement.rule().file()));
        assertThat(text).contains(right);
        Path rule = mappings.resolve(agreement.rule().file());
        Files.createDirectories(rule.getParent());
        return Files.writeString(rule, text.replace(right, wrong));
    }
}
