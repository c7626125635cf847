package be.zeef.endtoend.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.GrantDatabase;
import be.zeef.endtoend.city.ApprovalHouse;
import be.zeef.security.Cms;
import be.zeef.security.PrivateFiles;
import be.zeef.security.SoftToken;
import be.zeef.security.Someone;
import be.zeef.settings.Settings;
import be.zeef.subject.Today;
import be.zeef.trust.TestPki;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Approvals and trust files that other hands make: OpenSSL in the place of a card, and certificates beside the text. */
class ApprovedElsewhereTest {

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

    /** A smart card's own software or a signing portal makes the approval; here OpenSSL does. */
    @Test
    void shouldTakeAnApprovalThatWasSignedElsewhere() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(installed("openssl"), "openssl is not on this machine");
        house.trusted();
        Path key = TestPki.file(folder.resolve("sender.p12"), house.sender);
        Path pem = folder.resolve("sender.pem");
        run("openssl", "pkcs12", "-in", key.toString(), "-nodes", "-passin", "pass:test", "-out", pem.toString());
        Path version = folder.resolve("version.txt");
        Files.writeString(
                version,
                house.say("agreement", "hash", "--manifest", ApprovalHouse.AGREEMENT)
                        .text());
        Path signed = folder.resolve("signed.p7s");
        run(
                "openssl",
                "cms",
                "-sign",
                "-binary",
                "-nodetach",
                "-outform",
                "DER",
                "-md",
                "sha256",
                "-signer",
                pem.toString(),
                "-in",
                version.toString(),
                "-out",
                signed.toString());

        ApprovalHouse.Said said = house.say(
                "agreement",
                "approve",
                ApprovalHouse.AGREEMENT,
                "--as=sender",
                "--signed=" + signed,
                "--trust-fingerprint=" + house.fingerprint);
        assertThat(said.text()).contains("approved");
        assertThat(said.code()).isZero();
        assertThat(house.approval("sender")).hasSameBinaryContentAs(signed);
    }

    /** A card that Java reaches needs no software of its own. */
    @Test
    void shouldApproveWithAKeyThatNeverLeavesItsToken() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                SoftToken.missing().isEmpty(), () -> SoftToken.missing().orElseThrow());
        Someone dirk = Someone.named("officer-dirk");
        Path pin = PrivateFiles.writeString(folder.resolve("pin"), SoftToken.PIN);

        ApprovalHouse.Said said = house.say(
                "agreement",
                "approve",
                ApprovalHouse.AGREEMENT,
                "--as=sender",
                "--token=" + SoftToken.holding(dirk),
                "--alias=officer-dirk",
                "--password-file=" + pin);

        assertThat(said.text()).contains("approved");
        byte[][] read = new byte[1][];
        Cms.verified(
                Files.readAllBytes(house.approval("sender")),
                dirk.certificate(),
                Today.wallClock(),
                in -> read[0] = in.readAllBytes());
        assertThat(new String(read[0], StandardCharsets.US_ASCII))
                .isEqualTo(house.say("agreement", "hash", "--manifest", ApprovalHouse.AGREEMENT)
                        .text());
    }

    /** The states follow from whose approvals count today; an officer stops it with the key that he approves with. */
    @Test
    void shouldStandAsItsApprovalsAndItsOfficersSay() {
        house.trusted();
        assertThat(stands()).isEqualTo("draft");
        house.approve("sender", house.sender);
        assertThat(stands()).isEqualTo("advised");
        house.approve("recipient", house.recipient);
        assertThat(stands()).isEqualTo("in force");

        assertThat(act("suspend", house.board).text()).contains("standing.not-an-officer");
        assertThat(act("suspend", house.recipient).text()).contains("suspended by jo.maes");
        assertThat(stands()).isEqualTo("suspended");
        assertThat(act("resume", house.sender).text()).contains("resumed by an.peeters");
        assertThat(stands()).isEqualTo("in force");

        house.trust()
                .serial(2)
                .person("eva", house.pki.person("eva"))
                .approved(ApprovalHouse.AGREEMENT, "eva", "jo.maes")
                .write(house.data.resolve("trust.p7s"), house.board);
        assertThat(stands()).as("who resumed it is no officer any more").isEqualTo("suspended");
        assertThat(act("revoke", house.recipient).text()).contains("revoked by jo.maes");
        assertThat(stands()).isEqualTo("revoked");
    }

    private String stands() {
        String said = house.say(
                        "agreement", "list", ApprovalHouse.AGREEMENT, "--trust-fingerprint=" + house.fingerprint)
                .text();
        return said.substring(0, said.indexOf("  ")).strip();
    }

    private ApprovalHouse.Said act(String act, PrivateKeyEntry officer) {
        return house.say(
                "agreement",
                act,
                ApprovalHouse.AGREEMENT,
                "--reason=a source errs",
                "--key=" + TestPki.file(folder.resolve("officer.p12"), officer),
                "--password-file=" + folder.resolve("password"),
                "--trust-fingerprint=" + house.fingerprint);
    }

    /** As docs/approve-an-agreement.md has it: certificates lie beside the text. */
    @Test
    void shouldMakeATrustFile_whoseCertificatesLieBesideTheText() throws Exception {
        Files.writeString(folder.resolve("issuer.pem"), TestPki.pem(house.pki.issuer()));
        Files.writeString(folder.resolve("an.pem"), TestPki.pem(TestPki.certificate(house.sender)));
        Files.writeString(folder.resolve("jo.pem"), TestPki.pem(TestPki.certificate(house.recipient)));
        LocalDate today = be.zeef.subject.Today.by(java.time.Clock.systemUTC());
        Path text = folder.resolve("trust.yaml");
        Files.writeString(text, """
                serial: 1
                from: "%s"
                until: "%s"
                issuers: [issuer.pem]
                people:
                  an.peeters: an.pem
                  jo.maes: jo.pem
                agreements:
                  heusden-zolder-kinderopvang: {sender: an.peeters, recipient: jo.maes}
                releasers: {}
                """.formatted(today, today.plusYears(1)));
        Path key = TestPki.file(folder.resolve("board.p12"), house.board);
        ApprovalHouse.Said made = house.say(
                "trust",
                "make",
                text.toString(),
                "--key=" + key,
                "--password-file=" + folder.resolve("password"),
                "--out=" + house.data.resolve("trust.p7s"));
        assertThat(made.text()).contains(house.fingerprint);
        assertThat(made.code()).isZero();

        house.approve("sender", house.sender);
        house.approve("recipient", house.recipient);
        assertThat(house.say("prove", ApprovalHouse.AGREEMENT).code()).isZero();
        assertThatCode(() -> open(house.fingerprint)).doesNotThrowAnyException();
    }

    private static boolean installed(String program) {
        return Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> java.util.Arrays.stream(path.split(":")))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
