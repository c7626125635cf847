package be.zeef.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.validation.InvalidMessageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several benefits of one agreement, and several statuses of its list: what is read, and what is refused with which remedy. */
class BenefitsOfAgreementsTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final String CHILDCARE = "heusden-zolder-kinderopvang";

    @TempDir
    Path folder;

    @Test
    void isReadForEachOfThem_underOneVersion() {
        Agreements all = new Agreements(MAPPINGS);
        Agreement own = all.load(CHILDCARE);
        Agreement holidays = all.load(CHILDCARE + "/vakantie");

        assertThat(own.recipient().system()).isEqualTo("childcare");
        assertThat(holidays.recipient().system()).isEqualTo("holidays");
        assertThat(holidays.rule().file()).isEqualTo("rules/heusden-zolder-vakantie.dmn");
        assertThat(holidays.id()).isEqualTo(own.id());
        assertThat(holidays.version()).isEqualTo(own.version());
        assertThat(own.perBenefit())
                .extracting(each -> each.benefit().id())
                .containsExactly(CHILDCARE, CHILDCARE + "/vakantie");
        assertThat(all.manifest(holidays).files().keySet())
                .isEqualTo(all.manifest(own).files().keySet())
                .contains("mappings/rules/heusden-zolder-vakantie.dmn", "mappings/recipients/holidays/columns.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "rules/heusden-zolder-vakantie.dmn, rules/none.dmn, rule-missing, /benefits/vakantie/rule/file",
        "system: holidays, system: none, recipient-missing, /benefits/vakantie/recipient/system",
        "system: holidays, system: uitpas, benefits-files, /benefits/vakantie/recipient/system",
        "'  vakantie:', '  Vakantie!:', value, /benefits",
        "'name: BIM_BVT', 'anyOf: [BIM_BVT, B], allOf: [C, D]', status-name, /sources/list/statuses/0",
        "'name: BIM_BVT,', '', status-name, /sources/list/statuses/0",
        "'name: BIM_BVT', 'anyOf: [A, B, C, D, E, F, G, H]', '', ''",
        "STATUSES, 'name: BIM_BVT, on: first-of-month, input: x', status-twice, /sources/list/statuses/1",
        "STATUSES, 'name: B, on: first-of-month, input: verhoogdeTegemoetkoming', input-twice, /sources/list/statuses/1/input",
        "STATUSES, 'anyOf: [A, B, C, D, E, F, G, H], on: first-of-month, input: x', statuses-many, /sources/list/statuses"
    })
    void isRefusedWithItsPlaceAndRemedy(String line, String instead, String code, String path) throws Exception {
        String text = Files.readString(MAPPINGS.resolve("agreements/" + CHILDCARE + ".yaml"))
                .replace(
                        "- name: BIM_BVT\n        on: first-of-month\n        input: verhoogdeTegemoetkoming",
                        "- {name: BIM_BVT, on: first-of-month, input: verhoogdeTegemoetkoming}");
        String from = line.equals("STATUSES") ? "    postcodes:" : line;
        String to = line.equals("STATUSES") ? "      - {" + instead + "}\n    postcodes:" : instead;
        assertThat(text).contains(from);
        Path file = Files.writeString(folder.resolve(CHILDCARE + ".yaml"), text.replace(from, to));
        if (code.isEmpty()) {
            assertThat(new Agreements(MAPPINGS)
                            .load(file)
                            .list()
                            .statuses()
                            .get(0)
                            .names())
                    .hasSize(8);
            return;
        }

        InvalidMessageException refused =
                catchThrowableOfType(InvalidMessageException.class, () -> new Agreements(MAPPINGS).load(file));

        assertThat(refused.report().findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("agreement." + code);
            assertThat(finding.location().path()).startsWith(path);
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl"))) {
                assertThat(finding.text(language)).hasSizeGreaterThan(20).doesNotContain("{");
            }
        });
    }

    @Test
    void asksTheWelfareDatabaseAboutANamedDay_whereStatusesAreAskedAboutSeveral() throws Exception {
        String text = Files.readString(MAPPINGS.resolve("agreements/gent-huisvuilzakken.yaml"))
                .replace("    postcodes:", "      - {name: B, on: first-of-january, input: anders}\n    postcodes:")
                .replace("    on: day-of-refresh                                    # one day for both sources\n", "");
        Path file = Files.writeString(folder.resolve("gent-huisvuilzakken.yaml"), text);

        assertThat(catchThrowableOfType(InvalidMessageException.class, () -> new Agreements(MAPPINGS).load(file))
                        .report()
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("agreement.measures-day"));
    }

    @Test
    void sharesNothingWhereNoListIsAsked() throws Exception {
        String text = Files.readString(MAPPINGS.resolve("agreements/gent-onderwijs.yaml"));
        String benefits = Files.readString(MAPPINGS.resolve("agreements/" + CHILDCARE + ".yaml"));
        String block = benefits.substring(benefits.indexOf("\nbenefits:"), benefits.indexOf("\nschedule:"));
        Path file = Files.writeString(folder.resolve("gent-onderwijs.yaml"), text + block);

        assertThat(catchThrowableOfType(InvalidMessageException.class, () -> new Agreements(MAPPINGS).load(file))
                        .report()
                        .findings())
                .extracting(finding -> finding.code())
                .containsExactly("agreement.benefits-listed");
    }
}
