package be.zeef.run.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.zeef.run.SyncRow;
import be.zeef.run.Syncs;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@code question}. */
class QuestionFilesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void keepsFilesOfARun_andWhomTheyAskedAbout(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            storage.jdbi().useTransaction(handle -> {
                SyncRow run = Syncs.start(handle, Clock.systemUTC(), "a", "v1", DAY, "p1");
                QuestionFile first = plan(handle, run, "reference-1");
                QuestionFile second = plan(handle, run, "reference-2");
                QuestionFiles.mark(handle, second.id(), QuestionFile.State.SENT);

                assertThat(QuestionFiles.of(handle, run.id(), QuestionFile.Kind.LIST))
                        .extracting(QuestionFile::referte, QuestionFile::state)
                        .containsExactly(
                                tuple("reference-1", QuestionFile.State.PLANNED),
                                tuple("reference-2", QuestionFile.State.SENT));
                assertThat(QuestionFiles.of(handle, run.id(), QuestionFile.Kind.REGISTER))
                        .isEmpty();
                assertThat(QuestionFiles.byReferte(handle, "reference-1")).contains(first);
                assertThat(QuestionFiles.asked(handle, "reference-1")
                                .orElseThrow()
                                .pseudonyms())
                        .containsExactly(1, 2, 3);
                assertThat(QuestionFiles.asked(handle, "reference-3")).isEmpty();
            });
        }
    }

    private static QuestionFile plan(Handle handle, SyncRow run, String referte) {
        return QuestionFiles.plan(
                handle, QuestionFile.planned(run, QuestionFile.Kind.LIST, referte, 0, 3, 1), new byte[] {1, 2, 3});
    }
}
