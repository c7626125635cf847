package be.zeef.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.seal.Checkpoints;
import be.zeef.ledger.stamp.StampEvidence;
import be.zeef.ledger.stamp.Stamps;
import be.zeef.route.stamp.HttpStamper;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.stamp.StampMisbehaviour;
import be.zeef.sandbox.stamp.StampOffice;
import be.zeef.security.Keys;
import be.zeef.security.OwnKey;
import be.zeef.security.stamp.StampTrust;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore.PrivateKeyEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints are stamped by an authority, each, oldest first; what does not hold of the stamps is told; openssl believes what is exported. */
class StampedLedgerTest {

    private static final Clock NOW = Today.wallClock();

    @TempDir
    Path folder;

    private SandboxKeys keys;
    private StampOffice office;
    private StampTrust trust;

    @BeforeEach
    void start() throws Exception {
        ReadyKeys.copy(folder.resolve("gateway"), folder.resolve("far"));
        keys = SandboxKeys.in(folder.resolve("far"), Keys.in(folder.resolve("gateway")));
        PrivateKeyEntry ca = keys.entry("ca");
        office = StampOffice.start(
                0, new KeyPair(ca.getCertificate().getPublicKey(), ca.getPrivateKey()), keys.certificate("ca"));
        trust = new StampTrust(List.of(keys.certificate("ca")), "");
    }

    @AfterEach
    void stop() {
        office.close();
    }

    private Sealer sealer(Storage storage) {
        HttpStamper stamper =
                new HttpStamper(URI.create(office.url()), trust, Optional.empty(), Duration.ofSeconds(20), NOW);
        return new Sealer(
                storage.jdbi(),
                OwnKey.ofLedger(Keys.in(folder.resolve("keys"))),
                Optional.empty(),
                Optional.of(stamper),
                NOW);
    }

    private static List<Finding> sealed(Storage storage, Sealer sealer, int entries) {
        new SealedLedger(storage.jdbi(), Path.of("target")).append(entries);
        Sealer.Outcome outcome = sealer.seal();
        assertThat(outcome.newest()).isPresent();
        return outcome.report().findings();
    }

    private List<Finding> evidence(Storage storage) {
        return storage.jdbi().withHandle(new StampEvidence(Optional.of(trust))::of);
    }

    private static List<Long> stamped(Storage storage) {
        return storage.jdbi().withHandle(Stamps::all).stream()
                .map(Stamps.Row::size)
                .toList();
    }

    @Test
    void stampsEach_andWhatTheAuthorityMissedLater() throws Exception {
        try (Storage storage = TestDatabase.H2.open(folder)) {
            Sealer sealer = sealer(storage);
            assertThat(sealed(storage, sealer, 2)).isEmpty();
            office.misbehave(StampMisbehaviour.HTTP_500, 2);
            assertThat(sealed(storage, sealer, 2))
                    .containsExactly(Finding.error("ledger.stamp-refused", Location.WHOLE, "HTTP 500"));
            assertThat(sealed(storage, sealer, 2)).hasSize(1);
            assertThat(stamped(storage)).containsExactly(2L);
            assertThat(evidence(storage)).isEmpty();
            assertThat(sealed(storage, sealer, 2)).isEmpty();
            assertThat(stamped(storage)).containsExactly(2L, 4L, 6L, 8L);
            int asked = office.asked();
            assertThat(sealer.seal().report().findings()).isEmpty();
            assertThat(office.asked()).as("nothing is stamped twice").isEqualTo(asked);
            assertThat(evidence(storage)).isEmpty();
            office.close();
            assertThat(sealed(storage, sealer, 2))
                    .containsExactly(Finding.error("ledger.stamp-unreachable", Location.WHOLE));
        }
    }

    @Test
    void beginsWithTheNewest_whereCheckpointsWereThereBefore() throws Exception {
        try (Storage storage = TestDatabase.H2.open(folder)) {
            Sealer alone =
                    new Sealer(storage.jdbi(), OwnKey.ofLedger(Keys.in(folder.resolve("keys"))), Optional.empty(), NOW);
            sealed(storage, alone, 2);
            sealed(storage, alone, 2);
            assertThat(sealed(storage, sealer(storage), 2)).isEmpty();
            assertThat(stamped(storage)).containsExactly(6L);
            assertThat(evidence(storage)).isEmpty();
        }
    }

    @Test
    void tellsOfStampsThatWereTouched() throws Exception {
        try (Storage storage = TestDatabase.H2.open(folder)) {
            Sealer sealer = sealer(storage);
            for (int i = 0; i < 3; i++) {
                sealed(storage, sealer, 2);
            }
            var jdbi = storage.jdbi();
            Stamps.Row middle = jdbi.withHandle(handle -> Stamps.of(handle, 4)).orElseThrow();
            Stamps.Row last = jdbi.withHandle(handle -> Stamps.of(handle, 6)).orElseThrow();

            jdbi.useHandle(handle -> handle.execute("delete from checkpoint_stamp where tree_size = 4"));
            assertThat(evidence(storage))
                    .containsExactly(Finding.error("ledger.stamp-lacks", Location.WHOLE, "1", "4"));

            jdbi.useHandle(handle -> Stamps.add(handle, 4, last.bytes().orElseThrow()));
            assertThat(evidence(storage))
                    .containsExactly(Finding.error("ledger.stamp-false", Location.WHOLE, "4", "IMPRINT"));

            set(storage, "no base64!");
            assertThat(evidence(storage))
                    .containsExactly(Finding.error("ledger.stamp-false", Location.WHOLE, "4", "GARBAGE"));

            set(storage, Base64.getEncoder().encodeToString(later(storage)));
            assertThat(evidence(storage)).containsExactly(Finding.error("ledger.stamp-late", Location.WHOLE, "4"));

            set(storage, middle.token());
            assertThat(evidence(storage)).isEmpty();
            assertThat(jdbi.withHandle(new StampEvidence(Optional.empty())::of))
                    .containsExactly(Finding.error("ledger.stamp-untrusted", Location.WHOLE, "3"));
            jdbi.useHandle(handle -> handle.execute("delete from checkpoint where tree_size = 4"));
            assertThat(evidence(storage)).containsExactly(Finding.error("ledger.stamp-alone", Location.WHOLE, "4"));
        }
    }

    private static void set(Storage storage, String token) {
        storage.jdbi()
                .useHandle(
                        handle -> handle.execute("update checkpoint_stamp set token = ? where tree_size = 4", token));
    }

    /** A true stamp of the checkpoint of four, made much later. */
    private byte[] later(Storage storage) throws Exception {
        office.misbehave(StampMisbehaviour.FUTURE, 1);
        String note = storage.jdbi()
                .withHandle(handle -> Checkpoints.of(handle, 4))
                .orElseThrow()
                .note();
        return new HttpStamper(
                        URI.create(office.url()),
                        trust,
                        Optional.empty(),
                        Duration.ofSeconds(20),
                        Clock.offset(NOW, Duration.ofDays(60)))
                .stamp(note.getBytes(UTF_8));
    }

    @Test
    void isBelievedByOpenssl_whenItIsExported() throws Exception {
        try (Storage storage = TestDatabase.H2.open(folder)) {
            Sealer sealer = sealer(storage);
            sealed(storage, sealer, 3);
            Path file = folder.resolve("bundle.zip");
            try (OutputStream out = Files.newOutputStream(file)) {
                new EvidenceBundle(
                                storage.jdbi(),
                                OwnKey.ofLedger(Keys.in(folder.resolve("keys"))).certificate())
                        .write(
                                new Selection(Optional.empty(), Optional.empty(), Optional.empty()),
                                sealer.seal().note().orElseThrow(),
                                Optional.empty(),
                                out);
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (String name : List.of("checkpoint", "checkpoint.tst")) {
                    Files.write(
                            folder.resolve(name),
                            zip.getInputStream(zip.getEntry(name)).readAllBytes());
                }
            }
            Files.writeString(
                    folder.resolve("authority.pem"),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(keys.certificate("ca").getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
            assertThat(openssl()).contains("Verification: OK");
            Files.writeString(
                    folder.resolve("checkpoint"),
                    Files.readString(folder.resolve("checkpoint")).replace("\n3\n", "\n4\n"));
            assertThat(openssl()).contains("Verification: FAILED");
        }
    }

    private String openssl() throws Exception {
        Process process = new ProcessBuilder(
                        "openssl",
                        "ts",
                        "-verify",
                        "-data",
                        "checkpoint",
                        "-in",
                        "checkpoint.tst",
                        "-token_in",
                        "-CAfile",
                        "authority.pem")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }
}
