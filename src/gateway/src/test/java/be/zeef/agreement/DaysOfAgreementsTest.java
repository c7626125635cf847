package be.zeef.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.agreement.CountsFrom.When;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code check} says of the days that an agreement asks about and grants from, and of whom it asks about. */
class DaysOfAgreementsTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final String FROM = "from: {A: start-of-right, B: start-of-period, C: start-of-period}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gent-onderwijs | dates: [ | daysAfterRefresh: 15 # | agreement.schedule-refresh",
                "gent-onderwijs | missed: catch-up | missed: whenever | agreement.value",
                "gent-huisvuilzakken | months: [1, 4, 7, 10]} | months: []} | agreement.shape",
                "gent-huisvuilzakken | on: day-of-refresh | on: whenever | agreement.value",
                "gent-uitpas | on: day-of-run | on: day-of-refresh | agreement.no-refresh",
                "gent-onderwijs | of: parents | of: neighbours | agreement.value",
                "gent-onderwijs | of: parents | of: adults | agreement.adult-from",
                "gent-onderwijs | household: {fact: gezinslid} | facts: {gezin: {fact: gezinslid}} | agreement.no-household",
                "gent-onderwijs | since: leefloonSinds | since: leefloonTot | agreement.fact-unknown",
                "gent-onderwijs | , since: leefloonSinds | '' | agreement.no-since",
                "gent-onderwijs | via: local | via: remote | agreement.no-since",
                "gent-onderwijs | {A: start-of-right, | {A: first-of-month, | agreement.since-unused",
                "gent-onderwijs | {A: start-of-right, | {D: start-of-period, A: start-of-right, | agreement.from-value",
                "gent-onderwijs | , C: start-of-period} | } | agreement.from-missing"
            })
    void refuses(String id, String line, String instead, String code) {
        InvalidMessageException refused =
                catchThrowableOfType(InvalidMessageException.class, () -> with(id, line, instead));

        assertThat(refused.report().findings())
                .extracting(Finding::code)
                .isNotEmpty()
                .containsOnly(code);
        assertThat(refused.report().findings())
                .allSatisfy(finding -> assertThat(finding.location().line()).isPositive());
    }

    /** Days that the agreement names itself may come before the refresh; so many days after one never do, but the next year's can. */
    @Test
    void refusesAFirstMomentBeforeTheFirstRefresh() throws Exception {
        InvalidMessageException refused = catchThrowableOfType(
                InvalidMessageException.class,
                () -> with(
                        "gent-huisvuilzakken",
                        "daysAfterRefresh: 15 ",
                        "dates: [\"01-16\"] ",
                        "{day: 1,",
                        "{day: 20,"));

        assertThat(refused.report().findings()).extracting(Finding::code).containsExactly("agreement.refresh-late");
        assertThat(with("gent-huisvuilzakken", "daysAfterRefresh: 15 ", "dates: [\"01-20\"] ", "{day: 1,", "{day: 20,")
                        .schedule()
                        .orElseThrow()
                        .timesAYear())
                .isEqualTo(1);
    }

    @Test
    void countsEachClassFromItsOwnDay() {
        CountsFrom from =
                new Agreements(MAPPINGS).load("gent-onderwijs").grants().from();

        assertThat(from.of("A")).isEqualTo(When.START_OF_RIGHT);
        assertThat(from.of("B")).isEqualTo(When.START_OF_PERIOD);
    }

    @Test
    void countsAllFromOneDay_whenOneWordSaysSo() throws Exception {
        CountsFrom from =
                with("gent-onderwijs", FROM, "from: start-of-right").grants().from();

        assertThat(from.of("C")).isEqualTo(When.START_OF_RIGHT);
    }

    @ParameterizedTest
    @CsvSource({
        "gent-huisvuilzakken",
        "gent-onderwijs",
        "gent-uitpas",
        "heusden-zolder-kinderopvang",
        "wingene-geboortepremie"
    })
    void isSaidByEveryAgreementThatShips(String id) throws Exception {
        assertThat(Files.readString(MAPPINGS.resolve("agreements/" + id + ".yaml")))
                .containsPattern("(?m)^  from: [{s]");
    }

    /** @param edits what stands there, and what stands there instead, in turn */
    private Agreement with(String id, String... edits) throws Exception {
        String text = Files.readString(MAPPINGS.resolve("agreements/" + id + ".yaml"));
        for (int i = 0; i < edits.length; i += 2) {
            assertThat(text).contains(edits[i]);
            text = text.replace(edits[i], edits[i + 1]);
        }
        Path file = folder.resolve(id + ".yaml");
        Files.writeString(file, text);
        return new Agreements(MAPPINGS).load(file);
    }
}
