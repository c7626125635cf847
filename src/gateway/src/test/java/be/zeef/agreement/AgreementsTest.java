package be.zeef.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementsTest {

    private static final Path MAPPINGS = Path.of("mappings");

    @TempDir
    Path folder;

    private Agreement with(String line, String instead) throws Exception {
        return with("gent-huisvuilzakken", line, instead);
    }

    private Agreement with(String id, String line, String instead) throws Exception {
        String text = Files.readString(MAPPINGS.resolve("agreements/" + id + ".yaml"));
        assertThat(text).contains(line);
        Path file = folder.resolve(id + ".yaml");
        Files.writeString(file, text.replace(line, instead));
        return new Agreements(MAPPINGS).load(file);
    }

    @Test
    void shouldHaveAnotherVersion_whenAnyByteOfItsFileChanges() throws Exception {
        String version = new Agreements(MAPPINGS).load("gent-huisvuilzakken").version();

        assertThat(with("id: gent-huisvuilzakken", "id: gent-huisvuilzakken").version())
                .isEqualTo(version);
        assertThat(with("daysAfterRefresh: 15", "daysAfterRefresh: 16").version())
                .isNotEqualTo(version);
        assertThat(with("id: gent-huisvuilzakken", "# a comment\nid: gent-huisvuilzakken")
                        .version())
                .isNotEqualTo(version);
        assertThat(with("\n", "\r\n").version()).isNotEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "'subject: household', 'subject: household\nsubject: person', yaml.duplicate",
        "'  decision: toekenning', '  decision: toekenning\n  \"decision\": other', yaml.duplicate",
        "'id: gent-huisvuilzakken', 'id: &own gent-huisvuilzakken', yaml.alias",
        "'subject: household', '<<: {subject: person}\nsubject: household', yaml.alias",
        "'subject: household', 'subject: !!str household', yaml.tag",
        "'subject: household', '? [subject]\n: household', yaml.key",
        "'subject: household', 'subject: [household', agreement.yaml"
    })
    void shouldRefuseAFileThatSaysSomethingTwice_andNameTheLine(String line, String instead, String code) {
        InvalidMessageException refused =
                catchThrowableOfType(InvalidMessageException.class, () -> with(line, instead.translateEscapes()));

        assertThat(refused.report().subject()).isEqualTo("gent-huisvuilzakken.yaml");
        assertThat(refused.report().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.location().line()).isPositive();
        });
    }

    @Test
    void shouldRefuseASecondDocument() throws Exception {
        Path file = folder.resolve("gent-huisvuilzakken.yaml");
        String text = Files.readString(MAPPINGS.resolve("agreements/gent-huisvuilzakken.yaml"));
        Files.writeString(file, text + "---\nsubject: person\n");

        assertThatThrownBy(() -> new Agreements(MAPPINGS).load(file)).hasMessageContaining("yaml.document");
    }

    @ParameterizedTest
    @CsvSource({
        "'subject: household', 'subject: everyone', agreement.value, /subject",
        "'  decision: toekenning', '  choice: toekenning', agreement.missing, /rule",
        "'[CSR, BB, BG]', '[CSR, CSR]', agreement.shape, /sources/ocmw/measures",
        "'9000\"', '09000\"', agreement.value, /sources/list/postcodes/0",
        "'from: 2026-01-01', 'from: 2029-01-01', agreement.validity, /validity/until",
        "'from: 2026-01-01', 'from: 2026-02-30', agreement.date, /validity/from",
        "'privacy@stad.gent', 'the town hall', agreement.contact, /parties/sender/dpo/contact",
        "'privacy@stad.gent', 'privacy@gent', agreement.contact, /parties/sender/dpo/contact",
        "'privacy@ivago.be', 'Proeftuinstraat 43', agreement.contact, /parties/recipient/dpo/contact",
        "'    date: to be filled in', '    date: last spring', agreement.date, /legalBasis/authorisation/date",
        "'    date: to be filled in', '', agreement.missing, /legalBasis/authorisation",
        "', date: to be filled in}', ', date: 2026-13-01}', agreement.date, /dpia/date",
        "', date: to be filled in}', ', notNeeded: small}', agreement., /dpia",
        "'length: P3Y', 'length: three years', agreement.value, /duration/length",
        "'{keep: P2Y, from: decision}', 'P2Y', agreement.shape, /retention/decisions",
        "'role: integrator', 'role: friend', agreement.value, /parties/others/0/role",
        "'rules/gent-huisvuilzakken.dmn', 'rules/other.dmn', agreement.rule-missing, /rule/file",
        "'id: gent-huisvuilzakken', 'id: gent-other', agreement.id-file, /id"
    })
    void shouldNameThePlaceAndTheRemedy_whenAFieldIsWrong(String line, String instead, String code, String path) {
        InvalidMessageException refused =
                catchThrowableOfType(InvalidMessageException.class, () -> with(line, instead));

        assertThat(refused.report().findings()).anySatisfy(finding -> {
            assertThat(finding.code()).startsWith(code);
            assertThat(finding.location().path()).startsWith(path);
            assertThat(finding.location().line()).isPositive();
            assertThat(finding.text(Locale.ENGLISH)).hasSizeGreaterThan(20).doesNotContain("{");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dpo+vragen@gent.stad.be",
                "09 210 10 10",
                "+32 9 210 10 10",
                "\"Botermarkt 1, 9000 Gent\"",
                "\"Botermarkt 1 bus 2, B-9000 Gent\"",
                "to be filled in"
            })
    void shouldAcceptEveryWayToReachAnOfficer(String contact) throws Exception {
        with("contact: privacy@stad.gent", "contact: " + contact);
    }

    @ParameterizedTest
    @CsvSource({
        "gent-uitpas, 'day: 30, month: 4, yearsOn: 1', 'day: 29, month: 2, yearsOn: 1', no-such-day, /flags/0/until/day",
        "gent-uitpas, 'day: 30, month: 4, yearsOn: 1', 'day: 31, month: 6, yearsOn: 1', no-such-day, /flags/0/until/day",
        "gent-uitpas, 'day: 30, month: 4, yearsOn: 1', 'day: 30, month: 2, yearsOn: 0', no-such-day, /flags/0/until/day",
        "gent-uitpas, 'yearsOn: 1', 'yearsOn: 0', ends-before, /flags/0/until/yearsOn",
        "gent-uitpas, 'day: 30, month: 4, yearsOn: 1', 'day: 30, month: 12, yearsOn: 0', ends-before, /flags/0/until/yearsOn",
        "gent-onderwijs, '\"03-01\"', '\"02-29\"', no-such-day, /schedule/dates/3",
        "gent-onderwijs, '\"11-01\"', '\"11-31\"', no-such-day, /schedule/dates/1"
    })
    void shouldRefuseADay_thatSomeYearsDoNotHave_orThatLiesBeforeItsBeginning(
            String id, String line, String instead, String code, String path) {
        InvalidMessageException refused =
                catchThrowableOfType(InvalidMessageException.class, () -> with(id, line, instead));

        assertThat(refused.report().subject()).isEqualTo(id + ".yaml");
        assertThat(refused.report().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("agreement." + code);
            assertThat(finding.location().path()).isEqualTo(path);
            assertThat(finding.location().line()).isPositive();
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl"))) {
                assertThat(finding.text(language)).hasSizeGreaterThan(20).doesNotContain("{");
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2028-12-31, 'day: 31, month: 12, yearsOn: 0'",
        "2026-01-01, 2026-06-30, 'day: 30, month: 6, yearsOn: 0'",
        "2026-01-01, 2028-12-31, 'day: 28, month: 2, yearsOn: 1'"
    })
    void shouldAcceptAnEnd_thatComesAfterEveryDayOfTheAgreement(String from, String last, String until)
            throws Exception {
        String text = Files.readString(MAPPINGS.resolve("agreements/gent-uitpas.yaml"))
                .replace("day: 30, month: 4, yearsOn: 1", until)
                .replace("from: 2026-01-01", "from: " + from)
                .replace("until: 2028-12-31", "until: " + last);
        Path file = Files.writeString(folder.resolve("gent-uitpas.yaml"), text);

        Benefit.Until ends = new Agreements(MAPPINGS).load(file).until().orElseThrow();

        LocalDate.parse(from).datesUntil(LocalDate.parse(last).plusDays(1)).forEach(day -> assertThat(ends.from(day))
                .isAfterOrEqualTo(day));
    }

    @Test
    void shouldPointAtTheLine_whenAKeyIsNotKnown() {
        InvalidMessageException refused =
                catchThrowableOfType(InvalidMessageException.class, () -> with("title:", "titel: x\ntitle:"));

        assertThat(refused.report().findings())
                .extracting(Finding::code, finding -> finding.location().line())
                .isEqualTo(List.of(org.assertj.core.groups.Tuple.tuple("agreement.not-known", 5)));
    }
}
