package be.zeef.check;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreements;
import be.zeef.subject.Realm;
import be.zeef.validation.Finding;
import be.zeef.validation.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an agreement says under the law's headings is held against what runs, and what nobody knows yet is told. */
class LawCheckTest {

    /** The findings of the law's half; open points are of every agreement that ships. */
    private static final Set<String> LAW = Set.of(
            "check.law-open",
            "check.duration",
            "check.times-a-year",
            "check.on-request",
            "check.not-on-request",
            "check.schedule-missing",
            "check.schedule-idle",
            "check.party-missing",
            "check.party-idle",
            "check.retention-missing",
            "check.retention-idle",
            "check.retention-ledger-short");

    @TempDir
    Path folder;

    static List<String> agreements() {
        return new Agreements(Path.of("mappings")).ids();
    }

    /** Of those that ship nobody has told the numbers; each such field says so, and why stands under assumed. */
    @ParameterizedTest
    @MethodSource("agreements")
    void warnsOfOpenPointsInTheSandbox_andRefusesThemInProduction(String id) throws IOException {
        List<Finding> sandbox = found(Path.of("mappings"), id, Realm.SANDBOX);
        List<Finding> production = found(Path.of("mappings"), id, Realm.PRODUCTION);

        assertThat(sandbox).extracting(Finding::code).isNotEmpty().containsOnly("check.law-open");
        assertThat(sandbox).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.location().line()).isPositive();
        });
        assertThat(production).hasSameSizeAs(sandbox).allSatisfy(finding -> assertThat(finding.severity())
                .isEqualTo(Severity.ERROR));
        assertThat(sandbox.stream().map(finding -> finding.arguments().get(0)))
                .contains("legalBasis.authorisation.number", "parties.sender.register", "parties.recipient.register");
    }

    @ParameterizedTest
    @CsvSource({
        "gent-huisvuilzakken, 'length: P3Y', 'length: P2Y', check.duration, /duration/length",
        "gent-huisvuilzakken, 'until: 2028-12-31', 'until: 2029-01-01', check.duration, /duration/length",
        "gent-huisvuilzakken, '  daysAfterRefresh: 15', '  day: 16\n  months: [1, 7]', check.times-a-year, /periodicity/timesAYear",
        "gent-onderwijs, 'timesAYear: 6', 'timesAYear: 4', check.times-a-year, /periodicity/timesAYear",
        "gent-uitpas, 'onRequest: true', 'onRequest: false', check.on-request, /periodicity/onRequest",
        "gent-huisvuilzakken, 'onRequest: false', 'onRequest: true', check.not-on-request, /periodicity/onRequest",
        "wingene-geboortepremie, '  payments: {keep: P10Y, from: payment}\n', '', check.retention-missing, /retention",
        "gent-huisvuilzakken, '  members: {keep: P2Y, from: end-of-grant}\n', '', check.retention-missing, /retention",
        "gent-uitpas, '  ledger: {', '  payments: {keep: P10Y, from: payment}\n  ledger: {', check.retention-idle, /retention/payments",
        "heusden-zolder-lidgeld, 'ledger: {keep: P10Y', 'ledger: {keep: P9Y', check.retention-ledger-short, /retention/ledger",
        "gent-uitpas, '      systems: [uitpas]\n', '', check.party-missing, /parties",
        "gent-huisvuilzakken, '    systems: [ocmw]\n', '', check.party-missing, /parties",
        "wingene-geboortepremie, '      systems: [bank]\n', '', check.party-missing, /parties",
        "heusden-zolder-kinderopvang, '    systems: [ksz]\n', '', check.party-missing, /parties",
        "gent-uitpas, 'systems: [uitpas]', 'systems: [uitpas, ivago]', check.party-idle, /parties/others/0/systems/1"
    })
    void findsWhatTheTwoHalvesDoNotAgreeOn(String id, String text, String by, String code, String pointer)
            throws IOException {
        Path mappings = Mappings.copy(folder, id, text.translateEscapes(), by.translateEscapes());

        assertThat(found(mappings, id, Realm.SANDBOX))
                .filteredOn(finding -> !finding.code().equals("check.law-open"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.location().path()).isEqualTo(pointer);
                    assertThat(finding.location().line()).isPositive();
                });
    }

    /** Whoever reads it knows which two fields to look at. */
    @Test
    void namesBothFields_whenTheDurationDoesNotAgree() throws IOException {
        Path mappings = Mappings.copy(folder, "gent-uitpas", "length: P3Y", "length: P30M");

        Finding finding = found(mappings, "gent-uitpas", Realm.SANDBOX).stream()
                .filter(each -> each.code().equals("check.duration"))
                .findFirst()
                .orElseThrow();
        for (String language : List.of("nl", "en", "fr")) {
            assertThat(finding.text(Locale.forLanguageTag(language)))
                    .contains("duration.length", "validity.until", "2028-06-30", "2028-12-31");
        }
    }

    @Test
    void isTold_whenARunHasNoMoments() throws IOException {
        Path mappings =
                Mappings.copy(folder, "gent-uitpas", "schedule:\n  day: 1\n  months: [4]\n  missed: catch-up\n", "");

        assertThat(found(mappings, "gent-uitpas", Realm.SANDBOX))
                .extracting(Finding::code)
                .contains("check.schedule-missing", "check.times-a-year");
    }

    private static List<Finding> found(Path mappings, String id, Realm profile) throws IOException {
        return AgreementCheck.of(new Agreements(mappings), mappings, id, profile).findings().stream()
                .filter(finding -> LAW.contains(finding.code()))
                .toList();
    }
}
