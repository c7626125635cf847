package be.zeef.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.security.reading.Yaml;
import be.zeef.validation.Finding;
import be.zeef.validation.Report;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in {@code zeef.yaml} is applied or refused: each fault with its line and with what was meant. */
class SettingsFaultsTest extends TypedSettings {

    private static final String REPEATED = "do-not-repeat-me";

    private static String text(Finding finding) {
        return finding.text(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            profil: sandbox                                    | settings.unknown-near    | Do you mean profile?
            Profile: sandbox                                   | settings.unknown-near    | Do you mean profile?
            magda: {persecond: 3}                              | settings.unknown-near    | Do you mean perSecond?
            magda: {recieveTimeout: PT3S}                      | settings.unknown-near    | Do you mean receiveTimeout?
            xyz: 1                                             | settings.unknown         | Known here are: profile, home
            partners: {ivago: {hots: a.example}}               | settings.unknown-near    | Do you mean host?
            trust: {fingerprint: abc}                          | settings.fingerprint     | at start
            ivago: {host: a.example}                           | settings.moved           | partners.ivago
            profile: prod                                      | settings.one-of          | sandbox, production
            profile: 3                                         | settings.one-of          | sandbox, production
            magda: do-not-repeat-me                            | settings.block           | magda holds settings
            magda:                                             | settings.block           | magda holds settings
            magda: [1]                                         | settings.block           | magda holds settings
            counter: {callers: {name: x}}                      | settings.list            | counter.callers takes a list
            counter: {callers: [{name: x}]}                    | settings.missing         | counter.callers.0.
            counter: {oidc: {algorithms: []}}                  | settings.list-empty      | at least one
            counter: {oidc: {algorithms: [HS256]}}             | settings.one-of          | RS256
            sandbox: {filesPassivePorts: [1, 2, 3]}            | settings.list-of         | a list of 2
            sandbox: {filesPassivePorts: [1]}                  | settings.list-of         | a list of 2
            sandbox: {magdaStrict: "true"}                     | settings.yes-no          | true or false
            magda: {perSecond: 0}                              | settings.whole-number    | from 1 to 2147483647
            magda: {perSecond: -1}                             | settings.whole-number    | from 1
            magda: {perSecond: 1.5}                            | settings.whole-number    | from 1
            magda: {perSecond: "10"}                           | settings.whole-number    | without quotes
            magda: {perSecond: 3000000000}                     | settings.whole-number    | to 2147483647
            magda: {atOnce: 0}                                 | settings.whole-number    | magda.atOnce
            kszSoap: {attempts: 0}                             | settings.whole-number    | kszSoap.attempts
            counter: {port: 99999}                             | settings.whole-number    | from 0 to 65535
            partners: {ivago: {port: 0}}                       | settings.whole-number    | from 1 to 65535
            database: {url: "jdbc:mysql://db/zeef"}            | settings.form            | jdbc:postgresql
            sandbox: {kszPort: 65536}                          | settings.whole-number    | from 0 to 65535
            populations: {gent-onderwijs: {maxBadShare: 2}}    | settings.number          | from 0 to 1
            populations: {gent-onderwijs: {maxBadShare: -0.1}} | settings.number          | from 0 to 1
            populations: {gent-uitpas: {file: a.csv}}          | settings.missing         | populations.gent-uitpas.maxBadShare
            magda: {receiveTimeout: 30}                        | settings.form            | PT2M
            magda: {receiveTimeout: 30s}                       | settings.form            | PT2M
            magda: {receiveTimeout: PT0S}                      | settings.form            | PT2M
            magda: {receiveTimeout: PT-5S}                     | settings.form            | PT2M
            ocmw: {loginTimeout: PT0.2S}                       | settings.form            | PT0.25S
            ocmw: {timeout: PT0.5S}                            | settings.form            | PT1S
            payment: {decideAfter: PT20H}                      | settings.form            | P10D
            payment: {decideAfter: P0D}                        | settings.form            | P10D
            kszSoap: {cbeNumber: 0207451227}                   | settings.form            | 0207451227
            database: {url: postgresql://db/zeef}              | settings.form            | jdbc:postgresql
            database: {password: 12345}                        | settings.text            | between quotes
            data: ""                                           | settings.empty           | data says nothing
            magda: {senders: {gent-uitpass: {uri: a, capacity: b}}}     | settings.not-there-near | Do you mean gent-uitpas?
            populations: {brugge: {file: a, maxBadShare: 0}}            | settings.not-there      | gent-huisvuilzakken
            payment: {debtors: {heusden-zolder-lidgelt: {name: a, enterprise: "0207451227", iban: BE68539007547034, bic: ""}}} | settings.not-there-near | heusden-zolder-lidgeld?
            associations: {heusden-zolder-ledengeld: a.csv}             | settings.not-there-near | heusden-zolder-lidgeld?
            counter: {oidc: {roles: {desk: [gent-uitpaz]}}}             | settings.not-there-near | gent-uitpas?
            counter: {callers: [{name: a, certificate: "", client: b, agreements: [gent-uitpaz]}]} | settings.not-there-near | gent-uitpas?
            partners: {ivaggo: {host: a, port: 22, user: b, out: c, poll: PT1S}} | settings.not-there-near | Do you mean ivago?
            ledger: {secondPlace: "sftp:witnes"}                        | settings.not-there-near | Do you mean witness?
            magda: {endpoints: {GeefPersoon-02.2: "https://a.example"}} | settings.not-there-near | GeefPersoon-02.02
            magda: {inscription: {end: RegistreerUitschrijving-2}}      | settings.not-there-near | RegistreerUitschrijving-02.00
            kszSoap: {signing: ksz-x506}                                | settings.not-there-near | ksz-x509
            database: {password: "${password:datbase}"}                 | settings.place-password | no password datbase
            database: {user: "${env:ZEEF_NOBODY_SETS_THIS}"}            | settings.place-env      | ZEEF_NOBODY_SETS_THIS
            data: "${home}/x"                                           | settings.place-unknown  | The place home
            ocmw: {url: "${evn:URL}"}                                   | settings.place-unknown  | The place evn:URL
            """)
    void namesTheLineAndWhatWasMeant(String setting, String code, String meant) throws IOException {
        Report report = refused("# a comment first\nadvice: {attempts: 2}\n"
                + (code.contains("password") ? "profile: production\n" : "") + setting + "\n");

        Finding fault = report.findings().get(0);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(text(fault)).contains(meant).doesNotContain(REPEATED);
        assertThat(fault.location().line()).isEqualTo(code.contains("password") ? 4 : 3);
    }

    @Test
    void namesAllFaultsAtOnce_inTheirPlaces() throws IOException {
        Report report = refused("""
                profile: sandbx
                magda:
                  perSecond: 0
                  attempts: 0
                  senders:
                    gent-uitpaz: {uri: a}
                ocmw:
                  user: "${env:ZEEF_NOBODY_SETS_THIS}"
                conter: {port: 1}
                """);

        assertThat(report.findings())
                .extracting(each -> each.location().line() + " " + each.code())
                .containsExactlyInAnyOrder(
                        "1 settings.one-of",
                        "3 settings.whole-number",
                        "4 settings.whole-number",
                        "6 settings.missing",
                        "6 settings.not-there-near",
                        "8 settings.place-env",
                        "9 settings.unknown-near");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - profile: sandbox                        | settings.root     | 1
            sandbox                                   | settings.root     | 1
            profile: sandbox\\ndata: a\\nprofile: sandbox | yaml.duplicate | 3
            profile: sandbox\\n---\\nprofile: sandbox | yaml.document     | 2
            profile: &p sandbox                       | yaml.alias        | 1
            populations: {a: {maxBadShare: .nan}}     | yaml.syntax       | 1
            profile: sandbox\\n  data: a              | yaml.syntax       | 2
            """)
    void refusesWhatIsNoOneBlockOfSettings(String text, String code, int line) throws IOException {
        Report report = refused(text.replace("\\n", "\n"));

        assertThat(report.findings()).singleElement().satisfies(each -> {
            assertThat(each.code()).isEqualTo(code);
            assertThat(each.location().line()).isEqualTo(line);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing is set\n", "---\n", "sandbox: {filesPassivePorts: [18030, 18039]}"})
    void takesAFileThatSetsNothing(String text) throws IOException {
        assertThat(read(text)).isEqualTo(read("profile: sandbox"));
    }

    @Test
    void refusesAFolder() throws IOException {
        Path place = Files.createDirectory(folder.resolve("zeef.yaml"));

        SettingsException refused =
                catchThrowableOfType(SettingsException.class, () -> SettingsFile.read(place, Map.of()));

        assertThat(refused.report().orElseThrow().findings())
                .extracting(Finding::code)
                .containsExactly("settings.folder");
    }

    @Test
    void theSettingsThatAreBuiltInAreAsTheSchemaAsks() throws IOException {
        ObjectNode defaults = (ObjectNode) Yaml.tree(Path.of("src/gateway/src/main/resources/zeef-defaults.yaml"));
        // named at start only, so no key of a file
        ((ObjectNode) defaults.path("trust")).remove("fingerprint");

        assertThat(SettingsSchema.breaches(defaults)).isEmpty();
    }
}
