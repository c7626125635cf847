package be.zeef.run.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.zeef.run.SyncRow;
import be.zeef.run.Syncs;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Question files, written before they are sent: an answer is known again by its Referte, and who was asked about is too. */
@ContractOf("question")
class QuestionFilesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);

    private final Handle handle;
    private SyncRow run;

    QuestionFilesTest(Handle handle) {
        this.handle = handle;
    }

    @BeforeEach
    void start() {
        run = Syncs.start(handle, Clock.systemUTC(), "a", "v1", DAY, "p1");
    }

    private QuestionFile plan(QuestionFile.Kind kind, String referte, byte[] asked) {
        return QuestionFiles.plan(handle, QuestionFile.planned(run, kind, referte, 0, 3, 1), asked);
    }

    private QuestionFile plan(String referte) {
        return plan(QuestionFile.Kind.LIST, referte, new byte[] {1, 2, 3});
    }

    @Test
    void standInTheOrderTheyWerePlanned_asFarAsTheyCame() {
        plan("reference-2");
        QuestionFile sent = plan("reference-1");
        plan(QuestionFile.Kind.DEREGISTER, "reference-3", new byte[0]);
        QuestionFiles.mark(handle, sent.id(), QuestionFile.State.SENT);

        assertThat(QuestionFiles.of(handle, run.id(), QuestionFile.Kind.LIST))
                .extracting(QuestionFile::referte, QuestionFile::state)
                .containsExactly(
                        tuple("reference-2", QuestionFile.State.PLANNED),
                        tuple("reference-1", QuestionFile.State.SENT));
        assertThat(QuestionFiles.of(handle, run.id(), QuestionFile.Kind.REGISTER))
                .isEmpty();
        assertThat(QuestionFiles.of(handle, run.id() + 1, QuestionFile.Kind.LIST))
                .isEmpty();
    }

    @Test
    void areKnownAgainByTheirReferte() {
        String referte = QuestionFileNames.referte();
        QuestionFile planned = plan(referte);

        assertThat(QuestionFiles.byReferte(handle, referte)).contains(planned);
        assertThat(QuestionFiles.byReferte(handle, QuestionFileNames.referte())).isEmpty();
    }

    @Test
    void keepWhomTheyAskedAbout_howeverManyTheyAre() {
        byte[] asked = new byte[32 * 50_000];
        new Random(7).nextBytes(asked);
        plan(QuestionFile.Kind.LIST, "reference-1", asked);
        plan(QuestionFile.Kind.LIST, "reference-2", new byte[0]);

        assertThat(QuestionFiles.asked(handle, "reference-1").orElseThrow().pseudonyms())
                .isEqualTo(asked);
        assertThat(QuestionFiles.asked(handle, "reference-2").orElseThrow().pseudonyms())
                .as("nobody")
                .isEmpty();
        assertThat(QuestionFiles.asked(handle, "reference-3")).isEmpty();
    }

    @Test
    void haveAReferteOfTheirOwn() {
        plan("reference-1");

        assertThatThrownBy(() -> plan("reference-1")).matches(Duplicates::caused);
    }

    @Test
    void areOfARun() {
        SyncRow none = new SyncRow(run.id() + 1, "a", "v1", DAY, "p1", run.state());

        assertThatThrownBy(() -> QuestionFiles.plan(
                        handle,
                        QuestionFile.planned(none, QuestionFile.Kind.LIST, "reference-1", 0, 3, 1),
                        new byte[0]))
                .message()
                .containsIgnoringCase("foreign key");
    }

    @Test
    void areForgotten_whenThatIsRolledBack() {
        handle.begin();
        plan("reference-1");
        handle.rollback();

        assertThat(QuestionFiles.byReferte(handle, "reference-1")).isEmpty();
        plan("reference-1");
    }
}
