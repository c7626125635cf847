package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.zeef.ledger.seal.Note;
import be.zeef.security.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is exported is verified by a program of another language with openssl, and nothing that was changed is. */
class EvidenceBundleTest {

    private static final Selection ALL = new Selection(Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    private TestLedger database;
    private SealedLedger ledger;

    @BeforeAll
    static void present() throws InterruptedException {
        try {
            assumeTrue(new ProcessBuilder("python3", "--version").start().waitFor() == 0);
        } catch (IOException e) {
            assumeTrue(false, "skipped: python3 is not on this machine");
        }
    }

    @BeforeEach
    void open() {
        database = new TestLedger(folder, SealedLedger.CLOCK);
        ledger = new SealedLedger(database.jdbi(), folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Note sealed(int entries) {
        ledger.append(entries);
        return ledger.seal().note().orElseThrow();
    }

    private Path write(Selection selection, Note head, Optional<Note> since)
            throws IOException, EvidenceBundle.UnsealedException {
        Path file = folder.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            new EvidenceBundle(database.jdbi(), ledger.certificate()).write(selection, head, since, out);
        }
        return file;
    }

    private EvidenceScript verify(Path bundle) throws Exception {
        return EvidenceScript.verify(bundle, fingerprint());
    }

    private String fingerprint() throws CertificateEncodingException {
        return Sha256.hex(ledger.certificate().getEncoded());
    }

    /** Of sizes around those of a block and of whole trees. */
    @ParameterizedTest
    @CsvSource({"1,0", "2,3", "1024,300"})
    void isVerified(int before, int more) throws Exception {
        Note since = sealed(before);
        Note head = sealed(more);

        assertThat(verify(write(ALL, head, Optional.of(since))))
                .isEqualTo(new EvidenceScript(
                        0,
                        "verified: %1$d entries of the %1$d of %2$s, which goes on from the %3$d of the checkpoint in the bundle\n"
                                .formatted(before + more, ledger.key().name(), before)));
    }

    /** Whoever has a checkpoint of before is not satisfied with another one, nor with none. */
    @Test
    void isHeldAgainstTheCheckpointThatItsReaderHas() throws Exception {
        Path older = Files.writeString(folder.resolve("older"), sealed(5).text());
        Note since = sealed(6);
        Path own = Files.writeString(folder.resolve("own"), since.text());
        Note head = sealed(20);
        String certificate = fingerprint();

        Path bundle = write(ALL, head, Optional.of(since));
        assertThat(EvidenceScript.verify(bundle, certificate, own.toString()))
                .isEqualTo(new EvidenceScript(
                        0,
                        "verified: 31 entries of the 31 of %s, which goes on from the 11 of your checkpoint\n"
                                .formatted(ledger.key().name())));
        assertThat(EvidenceScript.verify(bundle, certificate, older.toString()))
                .isEqualTo(new EvidenceScript(1, "not verified: it goes on from another checkpoint than yours\n"));
        assertThat(EvidenceScript.verify(write(ALL, head, Optional.empty()), certificate, own.toString()))
                .satisfies(said -> assertThat(said.code()).isEqualTo(1))
                .satisfies(said -> assertThat(said.text()).contains("nothing shows that it goes on from your"));
    }

    /** Python leaves assertions out when it optimises, which a variable of its reader's machine may say. */
    @Test
    void isNotVerified_whenPythonOptimises() throws Exception {
        Path bundle = write(ALL, sealed(9), Optional.empty());
        Path changed = changed(bundle, "entries.jsonl", text -> text.replaceFirst("DONE-6", "DONE-8"));
        Map<String, String> optimised = Map.of("PYTHONOPTIMIZE", "2");

        assertThat(EvidenceScript.verify(bundle, fingerprint(), optimised).code())
                .isZero();
        assertThat(EvidenceScript.verify(changed, fingerprint(), optimised).text())
                .contains("is not in the ledger");
        assertThat(EvidenceScript.verify(bundle, "ab".repeat(32), optimised).text())
                .contains("another certificate");
    }

    /** One reader takes the first of two, another one the last: what is verified must be what everybody reads. */
    @Test
    void isNotVerified_whenAnythingStandsInItTwice() throws Exception {
        Path bundle = write(ALL, sealed(9), Optional.empty());
        Map<String, UnaryOperator<String>> changes = new LinkedHashMap<>();
        changes.put("is told twice", text -> text + text.lines().findFirst().orElseThrow() + "\n");
        changes.put("other fields than an entry", text -> text.replaceFirst("\\{", "{\"body\":\"{}\","));
        changes.put("other fields than an", text -> text.replaceFirst("\\{", "{\"clerk\":\"somebody\","));
        for (Map.Entry<String, UnaryOperator<String>> change : changes.entrySet()) {
            EvidenceScript said = verify(changed(bundle, "entries.jsonl", change.getValue()));
            assertThat(said.text()).startsWith("not verified: ").contains(change.getKey());
            assertThat(said.code()).isEqualTo(1);
        }
        assertThat(verify(withAnother(bundle)).text()).contains("other files than a bundle has, or one twice");
    }

    /** A second file of the same name, which comes first. */
    private Path withAnother(Path bundle) throws IOException {
        String name = "entries.jsonl";
        String beside = "entries.jsonX";
        Path twice = folder.resolve("twice.zip");
        try (ZipFile from = new ZipFile(bundle.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(twice))) {
            to.putNextEntry(new ZipEntry(beside));
            to.write("lies\n".getBytes(StandardCharsets.UTF_8));
            for (ZipEntry entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(from.getInputStream(entry).readAllBytes());
            }
        }
        // the library refuses to write one name twice
        String bytes = Files.readString(twice, StandardCharsets.ISO_8859_1);
        return Files.writeString(twice, bytes.replace(beside, name), StandardCharsets.ISO_8859_1);
    }

    @Test
    void hasWhatWasAskedFor() throws IOException, EvidenceBundle.UnsealedException {
        Note head = sealed(30);
        LocalDate day = LocalDate.of(2026, 7, 16);
        Selection other = new Selection(Optional.of("gent-uitpas"), Optional.empty(), Optional.empty());
        Selection today = new Selection(Optional.of("gent-huisvuilzakken"), Optional.of(day), Optional.of(day));
        Selection later = new Selection(Optional.empty(), Optional.of(day.plusDays(1)), Optional.empty());
        Selection earlier = new Selection(Optional.empty(), Optional.empty(), Optional.of(day.minusDays(1)));

        assertThat(entries(write(today, head, Optional.empty()))).isEqualTo(30);
        for (Selection none : new Selection[] {other, later, earlier}) {
            assertThat(entries(write(none, head, Optional.empty()))).isZero();
        }
    }

    private static long entries(Path bundle) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("entries.jsonl")).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .count();
        }
    }

    @Test
    void isNotVerified_whenAnythingOfItIsAnother() throws Exception {
        Note since = sealed(11);
        Path bundle = write(ALL, sealed(20), Optional.of(since));
        assertThat(verify(bundle).code()).isZero();
        assertThat(EvidenceScript.verify(bundle, "ab".repeat(32))).satisfies(said -> {
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.text()).contains("another certificate");
        });
        Map<String, UnaryOperator<String>> changes = new LinkedHashMap<>();
        changes.put("entries.jsonl", text -> text.replaceFirst("keyed:7", "keyed:8"));
        changes.put("checkpoint", text -> text.replaceFirst("\n31\n", "\n32\n"));
        changes.put("since", text -> text.replaceFirst("\n11\n", "\n12\n"));
        changes.put("consistency.json", text -> "[]");
        for (Map.Entry<String, UnaryOperator<String>> change : changes.entrySet()) {
            Path changed = changed(bundle, change.getKey(), change.getValue());
            assertThat(verify(changed).code()).as(change.getKey()).isEqualTo(1);
        }
        Path moved = changed(bundle, "entries.jsonl", text -> text.replaceFirst("\"id\":4,", "\"id\":5,"));
        assertThat(verify(moved).text()).contains("entry 5 is not in the ledger");
    }

    private Path changed(Path bundle, String name, UnaryOperator<String> change) throws IOException {
        Path changed = folder.resolve("changed.zip");
        try (ZipFile from = new ZipFile(bundle.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : from.stream().toList()) {
                String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                String other = entry.getName().equals(name) ? change.apply(text) : text;
                assertThat(other.equals(text)).isEqualTo(!entry.getName().equals(name));
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(other.getBytes(StandardCharsets.UTF_8));
            }
        }
        return changed;
    }

    @Test
    void isNotMade_whenTheLedgerIsNotWhatWasSealed() {
        Note head = sealed(5);
        database.jdbi().useHandle(handle -> handle.execute("update ledger_entry set body = '{}' where id = 2"));
        assertThatThrownBy(() -> new EvidenceBundle(database.jdbi(), ledger.certificate())
                        .write(ALL, head, Optional.empty(), new ByteArrayOutputStream()))
                .isInstanceOf(EvidenceBundle.UnsealedException.class);
    }
}
