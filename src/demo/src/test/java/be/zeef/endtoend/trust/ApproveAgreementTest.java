package be.zeef.endtoend.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.GrantDatabase;
import be.zeef.endtoend.city.ApprovalHouse;
import be.zeef.security.KeyStoreFile;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.subject.Today;
import be.zeef.trust.TestPki;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From two people's keys to an agreement that production may run, and every way that does not lead there. */
class ApproveAgreementTest {

    @TempDir
    Path folder;

    private ApprovalHouse house;

    @BeforeEach
    void build() throws Exception {
        house = new ApprovalHouse(folder);
    }

    private void open(String fingerprint) {
        Settings settings = house.settings(fingerprint);
        new GrantDatabase(settings, agreement(settings), Today.wallClock()).close();
    }

    private static Agreement agreement(Settings settings) {
        return new Agreements(settings.home().resolve("mappings")).load(ApprovalHouse.AGREEMENT);
    }

    private static List<String> refused(ThrowingCallable call) {
        InvalidMessageException refused = catchThrowableOfType(InvalidMessageException.class, call);
        assertThat(refused).as("nothing was refused").isNotNull();
        return refused.report().findings().stream().map(Finding::code).toList();
    }

    private void approved() {
        house.trusted();
        assertThat(house.approve("sender", house.sender, "--trust-fingerprint=" + house.fingerprint)
                        .code())
                .isZero();
        assertThat(house.approve("recipient", house.recipient, "--trust-fingerprint=" + house.fingerprint)
                        .code())
                .isZero();
        assertThat(house.say("prove", ApprovalHouse.AGREEMENT).code()).isZero();
    }

    @Test
    void shouldRun_whenBothSignedWithTheirOwnKeys() {
        approved();

        assertThatCode(() -> open(house.fingerprint)).doesNotThrowAnyException();
        assertThat(house.say("check", ApprovalHouse.AGREEMENT, "--trust-fingerprint=" + house.fingerprint)
                        .text())
                .contains("good     trust.p7s")
                .contains("good     approvals of " + ApprovalHouse.AGREEMENT)
                .contains("good     proof of " + ApprovalHouse.AGREEMENT);
        assertThat(house.say("trust", "show", "--trust-fingerprint=" + house.fingerprint))
                .satisfies(said -> assertThat(said.code()).isZero())
                .satisfies(said -> assertThat(said.text())
                        .contains("CN=board", "an.peeters (sender), jo.maes (recipient)", house.fingerprint));
    }

    /** The old way: whoever could write the key folder could say who the officers are. */
    @Test
    void shouldRefuse_whenTheWriterOfTheKeyFolderNamesHimself() throws Exception {
        PrivateKeyEntry intruder = house.pki.person("intruder");
        Keys keys = Keys.in(house.data.resolve("keys"));
        var trust = keys.trust();
        for (String side : List.of("sender", "recipient")) {
            trust.setCertificateEntry("dpo-" + side + "-" + ApprovalHouse.AGREEMENT, TestPki.certificate(intruder));
            house.approve(side, intruder);
        }
        KeyStoreFile.store(trust, keys.folder().resolve("trust.p12"), keys.password());

        assertThat(refused(() -> open(""))).containsExactly("trusted.fingerprint-missing");

        house.trusted();
        assertThat(refused(() -> open(house.fingerprint)))
                .containsExactly("agreement.approval-signature", "agreement.approval-signature");
    }

    @Test
    void shouldRefuse_whenTheWriterOfTheTrustFileSignsItHimself() {
        PrivateKeyEntry intruder = house.pki.person("intruder");
        new be.zeef.trust.TestTrust()
                .issuer(house.pki.issuer())
                .person("an.peeters", house.sender)
                .person("jo.maes", house.recipient)
                .approved(ApprovalHouse.AGREEMENT, "an.peeters", "jo.maes")
                .write(house.data.resolve("trust.p7s"), intruder);
        house.approve("sender", house.sender);
        house.approve("recipient", house.recipient);

        assertThat(refused(() -> open(house.fingerprint))).containsExactly("trusted.other-signer");
    }

    @Test
    void shouldRefuse_whenAnOlderTrustFileIsPutBack() throws Exception {
        approved();
        open(house.fingerprint);
        byte[] old = Files.readAllBytes(house.data.resolve("trust.p7s"));
        house.trust().serial(2).write(house.data.resolve("trust.p7s"), house.board);
        open(house.fingerprint);

        Files.write(house.data.resolve("trust.p7s"), old);
        assertThat(refused(() -> open(house.fingerprint))).containsExactly("trusted.older");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "swapped", "edited", "same"})
    void shouldRefuse_whenAnApprovalDoesNotCount(String how) throws Exception {
        approved();
        Path sender = house.approval("sender");
        Path recipient = house.approval("recipient");
        String code =
                switch (how) {
                    case "missing" -> {
                        Files.delete(sender);
                        yield "agreement.approval-missing";
                    }
                    case "swapped", "same" -> {
                        Files.copy(recipient, sender, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                        yield "agreement.approval-signature";
                    }
                    default -> {
                        Path yaml = house.home.resolve("mappings/agreements/" + ApprovalHouse.AGREEMENT + ".yaml");
                        Files.writeString(
                                yaml, Files.readString(yaml).replaceFirst("maximumAge: 24", "maximumAge: 25"));
                        yield "agreement.approval-changed";
                    }
                };

        assertThat(refused(() -> open(house.fingerprint))).isNotEmpty().containsOnly(code);
    }

    @Test
    void shouldSignNothing_whenTheKeyIsAnothersOrTheVersionIsNotTheOneRead() {
        house.trusted();

        ApprovalHouse.Said other = house.approve("sender", house.recipient, "--trust-fingerprint=" + house.fingerprint);
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.text()).contains("agreement.approval-signature");
        ApprovalHouse.Said version = house.approve("sender", house.sender, "--version-read=" + "0".repeat(64));
        assertThat(version.code()).isEqualTo(1);
        assertThat(version.text()).contains("agreement.version-read");
        assertThat(house.approval("sender")).doesNotExist();
    }

    /** A fingerprint among the settings would be named by whoever edits them. */
    @Test
    void shouldRefuse_whenTheSettingsNameTheFingerprint() throws Exception {
        approved();
        Path settings = house.home.resolve("zeef.yaml");
        Files.writeString(
                settings, Files.readString(settings) + "trust:\n  fingerprint: \"" + house.fingerprint + "\"\n");

        ApprovalHouse.Said said = house.say("trust", "show");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("trust.fingerprint", "--trust-fingerprint");
    }

    /** sync, ask, serve and payment stand on the gateway; grant on {@link GrantDatabase}. */
    @Test
    void shouldStopEverythingThatRuns_whenNothingIsTrusted() {
        Settings settings = house.settings("");
        assertThat(refused(() -> new Gateway(settings, Today.wallClock()).close()))
                .containsExactly("trusted.fingerprint-missing");
        for (String[] command : List.of(
                new String[] {"sync", ApprovalHouse.AGREEMENT, "--on=2026-08-20"},
                new String[] {"sync", ApprovalHouse.AGREEMENT, "--on=2026-08-20", "--dry-run"},
                new String[] {"sync", "wingene-geboortepremie", "--on=2026-08-20"},
                new String[] {"payment", "list", "--agreement=wingene-geboortepremie"})) {
            assertThat(house.say(command)).satisfies(said -> {
                assertThat(said.code()).isEqualTo(1);
                assertThat(said.text()).contains("trusted.fingerprint-missing");
            });
        }
        assertThat(house.say("check", ApprovalHouse.AGREEMENT).code()).isEqualTo(1);
        assertThat(house.say("check", ApprovalHouse.AGREEMENT).text()).contains("trusted.fingerprint-missing");
    }

    /** What binds comes first: no key mends a run that may not be. The advice is that of the profile. */
    @ParameterizedTest
    @ValueSource(strings = {"", "--dry-run"})
    void shouldTellAnEditedFile_beforeAKeyThatIsMissing(String more) throws Exception {
        approved();
        Files.delete(house.data.resolve("keys/zeef.p12"));
        String[] sync = Stream.of(
                        "sync",
                        ApprovalHouse.AGREEMENT,
                        "--on=2026-08-20",
                        "--trust-fingerprint=" + house.fingerprint,
                        more)
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        Path rule = house.home.resolve("mappings/rules/" + ApprovalHouse.AGREEMENT + ".dmn");
        String text = Files.readString(rule);
        Files.writeString(rule, text + "\n");

        assertThat(house.say(sync)).satisfies(said -> {
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.text())
                    .contains("agreement.approval-changed", ApprovalHouse.AGREEMENT + ".dmn")
                    .doesNotContain("no key");
        });

        Files.writeString(rule, text);

        assertThat(house.say(sync)).satisfies(said -> {
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.text())
                    .contains("no key 'magda'", "docs/connect-to-magda.md")
                    .doesNotContain("sandbox");
        });
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
