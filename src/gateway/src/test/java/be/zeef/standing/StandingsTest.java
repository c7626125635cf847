package be.zeef.standing;

import static be.zeef.standing.Versions.AGREEMENT;
import static be.zeef.standing.Versions.FIRST;
import static be.zeef.standing.Versions.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.event.Released;
import be.zeef.security.Fingerprint;
import be.zeef.security.Sha256;
import be.zeef.security.Someone;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import be.zeef.validation.InvalidMessageException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What officers did counts, and nothing that anybody does to the tables undoes a halt. */
class StandingsTest {

    @TempDir
    Path folder;

    private Storage storage;
    private Versions versions;

    @BeforeEach
    void open() {
        storage = TestDatabase.H2.open(folder);
        versions = new Versions(storage);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaltUntilItIsResumed_andForGoodWhenItIsRevoked(TestDatabase database) {
        try (Storage other = database.open(folder.resolve("other"))) {
            Versions these = new Versions(other);
            assertThat(these.halted()).isEmpty();
            these.act(Act.SUSPEND, Someone.AN);
            assertThat(these.halted()).contains(Halt.Why.SUSPENDED);
            these.act(Act.RESUME, Someone.BERT);
            assertThat(these.halted()).isEmpty();
            these.act(Act.SUSPEND, Someone.BERT);
            these.act(Act.REVOKE, Someone.AN);
            assertThat(these.halted()).contains(Halt.Why.REVOKED);
            assertThat(new ActEvidence(other.jdbi()).breaks()).isEmpty();
            assertThat(new LedgerVerifier(other.jdbi()).verify().holds()).isTrue();
        }
    }

    @Test
    void shouldHaltThisVersionOnly() {
        versions.act(Act.REVOKE, Someone.AN);

        assertThat(versions.halted(FIRST)).contains(Halt.Why.REVOKED);
        assertThat(versions.halted(SECOND)).isEmpty();
        versions.act(Act.SUSPEND, SECOND, Someone.AN);
        assertThat(versions.halted(SECOND)).contains(Halt.Why.SUSPENDED);
        assertThat(versions.standings().halt(versions.jdbi(), "another-town", FIRST))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SUSPEND, SUSPEND, standing.suspended-already",
        "RESUME, , standing.not-suspended",
        "RESUME, REVOKE, standing.revoked-already",
        "SUSPEND, REVOKE, standing.revoked-already",
        "REVOKE, REVOKE, standing.revoked-already"
    })
    void shouldRefuseWhatCannotBeDone(Act wanted, Act before, String code) {
        if (before != null) {
            versions.act(before, Someone.AN);
        }
        assertThatThrownBy(() -> versions.act(wanted, Someone.AN)).satisfies(refused -> has(refused, code));
    }

    @Test
    void shouldRefuseWhoIsNoOfficer_andASignatureOverSomethingElse() {
        assertThatThrownBy(() -> versions.act(Act.SUSPEND, Someone.CARLA))
                .satisfies(refused -> has(refused, "standing.not-an-officer"));
        ActDesk.Wish wish = new ActDesk.Wish(AGREEMENT, Act.SUSPEND, FIRST, "a source errs");
        ActDesk.Wish other = new ActDesk.Wish(AGREEMENT, Act.REVOKE, FIRST, "a source errs");
        byte[] signature = Someone.AN.sign(versions.desk().statement(other).bytes());

        assertThatThrownBy(() -> versions.desk().act(wish, signature))
                .satisfies(refused -> has(refused, "standing.not-an-officer"));
        assertThat(versions.halted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', counter.reason-shape",
        "about 85.65.12-002.35, counter.reason-number",
        "één bron, standing.reason-signs"
    })
    void shouldRefuseAReasonThatCannotBeKeptOrSigned(String reason, String code) {
        ActDesk.Wish wish = new ActDesk.Wish(AGREEMENT, Act.SUSPEND, FIRST, reason);

        assertThatThrownBy(() -> versions.desk().statement(wish)).satisfies(refused -> has(refused, code));
    }

    private static void has(Throwable refused, String code) {
        assertThat(((InvalidMessageException) refused).report().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(code));
    }

    @Test
    void shouldSayWhatIsSigned() {
        versions.act(Act.SUSPEND, Someone.AN);

        assertThat(versions.desk()
                        .statement(new ActDesk.Wish(AGREEMENT, Act.RESUME, FIRST, "mended"))
                        .text())
                .isEqualTo("zeef 1: resume of an agreement\nagreement: a-town\nversion: " + FIRST
                        + "\nacts before: 1\nbecause: mended\n");
    }

    @Test
    void shouldStaySuspended_whenTheRowOfTheSuspensionIsDeleted() {
        versions.act(Act.SUSPEND, Someone.AN);
        versions.sql("delete from agreement_act");

        assertThat(versions.halted()).contains(Halt.Why.SUSPENDED);
        assertThat(new ActEvidence(versions.jdbi()).breaks())
                .containsExactly("the signature by which somebody did suspend a-town is not there");
    }

    @Test
    void shouldStaySuspended_whenTheSignatureThatResumedItIsDeletedOrAnothers() {
        versions.act(Act.SUSPEND, Someone.AN);
        versions.act(Act.RESUME, Someone.AN);
        byte[] other = Someone.CARLA.sign("anything".getBytes());
        versions.sql("update agreement_act set signature = ? where acts_before = 1", other);
        assertThat(versions.halted()).contains(Halt.Why.RESUME_UNPROVEN);
        assertThat(new ActEvidence(versions.jdbi()).breaks()).hasSize(1);

        versions.sql("delete from agreement_act where acts_before = 1");
        assertThat(versions.halted()).contains(Halt.Why.RESUME_UNPROVEN);

        versions.act(Act.RESUME, Someone.BERT);
        assertThat(versions.halted()).as("an officer resumes it anew").isEmpty();
    }

    /** Who can write the database writes an entry as the gateway would, and the row that goes with it, but has an old signature only. */
    @Test
    void shouldStaySuspended_whenAnOldResumeIsReplayed() {
        versions.act(Act.SUSPEND, Someone.AN);
        byte[] old = versions.act(Act.RESUME, FIRST, Someone.AN);
        versions.act(Act.SUSPEND, Someone.AN);
        for (int claimed : new int[] {1, 3}) {
            replay(old, claimed);
            assertThat(versions.halted()).contains(Halt.Why.RESUME_UNPROVEN);
        }
        assertThat(new LedgerVerifier(versions.jdbi()).verify().holds())
                .as("the chain was computed anew")
                .isTrue();
        assertThat(new ActEvidence(versions.jdbi()).breaks()).isNotEmpty();
    }

    private void replay(byte[] signature, int claimed) {
        String certificate = Fingerprint.of(Someone.AN.certificate()).hex();
        versions.jdbi().useTransaction(handle -> {
            versions.ledger()
                    .append(
                            handle,
                            AGREEMENT,
                            0,
                            new Released.OfAgreement(
                                    "resume",
                                    FIRST,
                                    claimed,
                                    "a source errs",
                                    "an",
                                    certificate,
                                    Sha256.hex(signature)));
            if (claimed == 3) {
                Acts.put(
                        handle,
                        new Acts.Row(
                                AGREEMENT,
                                claimed,
                                "resume",
                                FIRST,
                                "a source errs",
                                "an",
                                certificate,
                                signature,
                                ""));
            }
        });
    }

    @Test
    void shouldBeSuspendedAgain_whenWhoResumedItCountsNoMore() {
        versions.act(Act.SUSPEND, Someone.AN);
        versions.act(Act.RESUME, Someone.BERT);
        versions.officers.remove(Someone.BERT.name());

        assertThat(versions.halted()).contains(Halt.Why.RESUME_UNPROVEN);
    }

    @Test
    void shouldStaySuspended_whenWhoSuspendedItCountsNoMore() {
        versions.act(Act.SUSPEND, Someone.AN);
        versions.officers.clear();

        assertThat(versions.halted()).contains(Halt.Why.SUSPENDED);
    }

    @Test
    void shouldLetNothingGoOn_whenTheLedgerWasCut() {
        versions.act(Act.SUSPEND, Someone.AN);
        versions.sql("delete from ledger_entry");
        versions.sql("update ledger_head set id = 0, hash = ?", "0".repeat(64));

        assertThat(versions.halted()).contains(Halt.Why.LEDGER_SHORT);
        assertThat(new ActEvidence(versions.jdbi()).breaks())
                .containsExactly("an act upon a-town (suspend) was signed and never recorded");
        assertThatThrownBy(() -> versions.act(Act.RESUME, Someone.AN)).hasMessage("a-town is halted");
    }
}
