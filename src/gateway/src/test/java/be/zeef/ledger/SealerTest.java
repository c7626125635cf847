package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.seal.Checkpoint;
import be.zeef.ledger.seal.SecondPlace;
import be.zeef.ledger.tree.CompactRange;
import be.zeef.ledger.tree.Hash;
import be.zeef.ledger.tree.Hasher;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is signed, when nothing is, and what reaches the second place. */
class SealerTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void signsTheTreeOfAllEntries_goingOnFromTheCheckpointBefore(TestDatabase database) throws Exception {
        try (Storage storage = database.open(folder)) {
            SealedLedger ledger = new SealedLedger(storage.jdbi(), folder);
            for (int entries : new int[] {5, 1, 14}) {
                ledger.append(entries);
                Checkpoint newest = ledger.seal().newest().orElseThrow();
                assertThat(newest.size()).isEqualTo(length(storage.jdbi()));
                assertThat(newest.root()).isEqualTo(root(storage.jdbi()));
                assertThat(newest.origin()).isEqualTo(ledger.key().name());
            }
            assertThat(ledger.place().all()).extracting(SecondPlace.Kept::size).containsExactly(5L, 6L, 20L);
            for (SecondPlace.Kept kept : ledger.place().all()) {
                assertThat(ledger.key().read(kept.text()).size()).isEqualTo(kept.size());
            }
            LedgerVerifier.Verdict verdict = ledger.verifier().verify();
            assertThat(verdict.holds()).isTrue();
            assertThat(verdict.sealed()).isEqualTo(20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void signsNothingTwice_andNothingOfNothing(TestDatabase database) throws Exception {
        try (Storage storage = database.open(folder)) {
            SealedLedger ledger = new SealedLedger(storage.jdbi(), folder);
            assertThat(ledger.seal().newest()).isEmpty();
            assertThat(folder.resolve("keys/ledger.p12")).doesNotExist();

            ledger.append(3);
            Sealer.Outcome first = ledger.seal();
            assertThat(ledger.seal()).isEqualTo(first);
            assertThat(ledger.place().all()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesOnVerifying_whenEntriesCameAfterTheLastCheckpoint(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            SealedLedger ledger = new SealedLedger(storage.jdbi(), folder);
            ledger.append(3);
            ledger.seal();
            ledger.append(4);
            LedgerVerifier.Verdict verdict = ledger.verifier().verify();
            assertThat(verdict.holds()).isTrue();
            assertThat(verdict.entries()).isEqualTo(7);
            assertThat(verdict.sealed()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void signsNothing_whenTheSecondPlaceKnowsMore(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            SealedLedger ledger = new SealedLedger(storage.jdbi(), folder);
            ledger.append(6);
            ledger.seal();
            storage.jdbi().useHandle(handle -> {
                handle.execute("delete from ledger_entry where id > 4");
                handle.execute("delete from checkpoint");
                SealedLedger.end(handle, SealedLedger.hash(handle, 4));
            });
            refused(ledger, Finding.error("ledger.cut", Location.WHOLE, "4", "6"));

            ledger.append(5);
            refused(ledger, Finding.error("ledger.second-alone", Location.WHOLE, "6"));
        }
    }

    /** Who writes there, and has no key, makes it no cut. */
    @ParameterizedTest
    @EnumSource
    void signsNothing_whenTheSecondPlaceHasWhatWeDidNotSign(TestDatabase database) throws Exception {
        try (Storage storage = database.open(folder)) {
            SealedLedger ledger = new SealedLedger(storage.jdbi(), folder);
            ledger.append(2);
            ledger.seal();
            SealedLedger other = new SealedLedger(storage.jdbi(), folder.resolve("other"));
            Path foreign = folder.resolve("second/9999999999999999999.checkpoint");
            String note =
                    other.key().sign(9, root(storage.jdbi()), other.secret()).text();
            for (String content : new String[] {note, "", "x".repeat(5000)}) {
                Files.writeString(foreign, content);
                refused(ledger, Finding.error("ledger.second-foreign", Location.WHOLE, "9223372036854775807"));
                assertThat(ledger.verifier().verify().seals())
                        .extracting(Finding::code)
                        .contains("ledger.second-alone", "ledger.second-foreign");
            }
        }
    }

    /** Without a second place the checkpoints of the database itself say as much, as long as they are there. */
    @ParameterizedTest
    @EnumSource
    void signsNothing_whenItsOwnCheckpointWasTouched(TestDatabase database) throws Exception {
        try (Storage storage = database.open(folder)) {
            SealedLedger ledger = new SealedLedger(storage.jdbi(), folder);
            ledger.append(6);
            ledger.seal();
            ledger.append(1);
            empty(folder.resolve("second"));
            storage.jdbi()
                    .useHandle(handle -> handle.execute("update checkpoint set peaks = '" + "00".repeat(64) + "'"));
            refused(ledger, Finding.error("ledger.seal-foreign", Location.WHOLE, "6"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void signsNothing_whereAnEntryIsMissing(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            SealedLedger ledger = new SealedLedger(storage.jdbi(), folder);
            ledger.append(6);
            storage.jdbi().useHandle(handle -> handle.execute("delete from ledger_entry where id = 2"));
            refused(ledger, Finding.error("ledger.gap", Location.WHOLE, "2"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsThatTheSecondPlaceIsGone_andFillsItWhenItIsThereAgain(TestDatabase database) throws Exception {
        try (Storage storage = database.open(folder)) {
            SealedLedger ledger = new SealedLedger(storage.jdbi(), folder);
            Path second = Files.createFile(folder.resolve("second"));
            ledger.append(2);
            Sealer.Outcome outcome = ledger.seal();
            assertThat(outcome.newest()).isPresent();
            assertThat(outcome.report().findings())
                    .extracting(Finding::code)
                    .containsExactly("ledger.second-no-folder");

            ledger.append(2);
            ledger.seal();
            Files.delete(second);
            assertThat(ledger.seal().report().findings())
                    .containsExactly(Finding.warning("ledger.second-behind", Location.WHOLE, "0", "2"));
            assertThat(ledger.seal().report().findings()).isEmpty();
            assertThat(ledger.place().all()).extracting(SecondPlace.Kept::size).containsExactly(2L, 4L);
            assertThat(ledger.verifier().verify().holds()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifyingTellsOfASecondPlaceThatWasTouched(TestDatabase database) throws Exception {
        try (Storage storage = database.open(folder)) {
            SealedLedger ledger = new SealedLedger(storage.jdbi(), folder);
            ledger.append(2);
            ledger.seal();
            ledger.append(2);
            ledger.seal();
            Path newest = folder.resolve("second/0000000000000000004.checkpoint");
            String note = Files.readString(newest);
            Files.writeString(newest, note.replace("\n4\n", "\n3\n"));
            assertThat(ledger.verifier().verify().seals())
                    .extracting(Finding::code)
                    .containsExactly("ledger.second-alone", "ledger.second-foreign");

            Files.writeString(newest, note);
            Files.delete(folder.resolve("second/0000000000000000002.checkpoint"));
            assertThat(ledger.verifier().verify().seals())
                    .containsExactly(Finding.error("ledger.second-lacks", Location.WHOLE, "1", "2"));

            empty(folder.resolve("second"));
            assertThat(ledger.verifier().verify().seals())
                    .containsExactly(Finding.error("ledger.second-lacks", Location.WHOLE, "2", "2"));
        }
    }

    private static void refused(SealedLedger ledger, Finding expected) {
        Sealer.Outcome outcome = ledger.seal();
        assertThat(outcome.newest()).isEmpty();
        assertThat(outcome.report().findings()).containsExactly(expected);
    }

    private static void empty(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static long length(Jdbi jdbi) {
        return jdbi.withHandle(Ledger::length);
    }

    /** Of all entries, without any checkpoint. */
    private static Hash root(Jdbi jdbi) {
        List<Entry> entries = jdbi.inTransaction(handle -> {
            try (var rows = Chain.after(handle, 0)) {
                return Stream.generate(rows::next).limit(Ledger.length(handle)).toList();
            }
        });
        CompactRange tree = new CompactRange();
        entries.forEach(entry -> tree.add(new Hasher().leaf(entry.leaf())));
        return tree.root();
    }
}
