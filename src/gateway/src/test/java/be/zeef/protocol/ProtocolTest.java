package be.zeef.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Benefit;
import be.zeef.agreement.CountsFrom;
import be.zeef.agreement.StatusDay;
import be.zeef.app.AskedFacts;
import be.zeef.security.reading.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code zeef agreement show} tells: the parties must be able to sign it. */
class ProtocolTest {

    private static final Agreements AGREEMENTS = new Agreements(Path.of("mappings"));
    private static final List<String> LANGUAGES = List.of("nl", "en", "fr");

    static Stream<Arguments> all() {
        return AGREEMENTS.ids().stream().flatMap(id -> LANGUAGES.stream().map(language -> Arguments.of(id, language)));
    }

    private static List<Protocol.Section> sections(String id, String language) throws Exception {
        Agreement agreement = AGREEMENTS.load(id);
        return new Protocol(
                        agreement,
                        Yaml.tree(AGREEMENTS.file(id)),
                        AskedFacts.categories(agreement),
                        Locale.forLanguageTag(language))
                .sections();
    }

    private static String text(String id, String language) throws Exception {
        return sections(id, language).stream()
                .flatMap(section -> section.lines().stream())
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void leavesNoSectionAndNoItemUnexplained(String id, String language) throws Exception {
        assertThat(sections(id, language)).hasSize(8).allSatisfy(section -> {
            assertThat(section.lines()).isNotEmpty();
            assertThat(section.lines()).noneMatch(line -> line.strip().endsWith(":") && !line.contains("("));
            assertThat(section.lines())
                    .noneMatch(line -> line.matches(".*\\{\\d(,choice.*)?}.*") || line.contains("''"));
        });
    }

    /** The three bundles say the same things, and every word that an agreement may choose has its sentence in each. */
    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr"})
    void hasASentenceForEverythingThatAnAgreementMayChoose(String language) {
        Wording wording = new Wording(Locale.forLanguageTag(language));

        for (StatusDay day : StatusDay.values()) {
            assertThat(wording.of(day, "day")).isNotBlank();
        }
        for (Agreement.Whom whom : Agreement.Whom.values()) {
            assertThat(wording.of(whom, "about")).isNotBlank();
        }
        for (CountsFrom.When from : CountsFrom.When.values()) {
            assertThat(wording.of(from, "from")).isNotBlank();
        }
        for (Benefit.Period period : Benefit.Period.values()) {
            assertThat(wording.of(period, "period")).isNotBlank();
        }
        for (String time : List.of("P1Y", "P2Y", "P6M", "P30D")) {
            assertThat(wording.time(time))
                    .contains(time.substring(1, time.length() - 1))
                    .doesNotContain("P");
        }
    }

    /** The fault that was: the bags spoke of a key and sent the INSZ. */
    @Test
    void namesTheNumberThatIsSent() throws Exception {
        String bags = text("gent-huisvuilzakken", "en");

        assertThat(bags)
                .contains("insz: INSZ of the household's reference person")
                .contains("BIM_BVT", "CSR, BB and BG", "9052")
                .contains("a pseudonym, so that nobody brings the same grant into another household")
                .contains("categorie is one of C1, C2, C3, C4 and C5");
    }

    @Test
    void saysThatOfPaymentsOnlyNameAccountAndAmountLeave() throws Exception {
        assertThat(text("wingene-geboortepremie", "en"))
                .contains("the rule is told: woontInGemeente")
                .contains("account: ", "amount: ", "name: ")
                .doesNotContain("VERHOOGD");
    }

    /** Article 20 of the law of 30 July 2018 asks for each of these; an officer reads them here and not in the file. */
    @Test
    void tellsWhoHasDataAndHowTheOfficersAreReached() throws Exception {
        assertThat(text("gent-uitpas", "en"))
                .contains("Stad Gent, controller, gets data (ocmw): ")
                .contains("publiq vzw (UiTPAS), processor (uitpas): INSZ and end date of those with a yes")
                .contains("functionaris voor gegevensbescherming, stad Gent, privacy@stad.gent")
                .contains("In its register of processing activities: not known yet")
                .contains("general authorisation of Informatieveiligheidscomité")
                .contains("number not known yet")
                .contains("impact assessment (GDPR article 35): not known yet");
        assertThat(text("wingene-geboortepremie", "nl"))
                .contains("de bank", "Geen gegevensbeschermingseffectbeoordeling (AVG artikel 35): ")
                .contains("Te verwijderen 10 jaar na de dag waarop de bank betaalde.");
    }

    @Test
    void tellsOfEachThingThatIsKeptHowLongAndFromWhen() throws Exception {
        assertThat(text("gent-huisvuilzakken", "en"))
                .contains("To be removed 2 years after the day of the decision.")
                .contains("To be removed 2 years after the last day of what is granted.")
                .contains("To be removed at the end of the inscription.")
                .contains("To be removed 10 years after the day of the entry.")
                .contains("In force from 2026-01-01 until 2028-12-31 (3 years)")
                .doesNotContain("How long is not said");
    }
}
