package be.zeef.sync;

import be.zeef.ledger.Recorded;
import be.zeef.run.file.AskedList;
import be.zeef.run.file.QuestionFiles;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Whether the stored decisions and lists of people asked about are still those that the ledger vouches for. */
public final class DecisionEvidence {

    private final Jdbi jdbi;

    public DecisionEvidence(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What was changed since, in words; empty when nothing was. */
    public List<String> breaks() {
        return jdbi.inTransaction(handle -> {
            List<String> breaks = new ArrayList<>();
            decisions(handle, breaks);
            questions(handle, breaks);
            return breaks;
        });
    }

    private static void decisions(Handle handle, List<String> breaks) {
        Recorded.decided(handle, entry -> {
            if (!entry.body().path("decisions").asText().equals(DecisionDigest.of(handle, entry.sync()))) {
                breaks.add("the decisions of sync " + entry.sync() + " are not those that were recorded");
            }
        });
    }

    private static void questions(Handle handle, List<String> breaks) {
        Recorded.questionFiles(handle, entry -> {
            boolean same = QuestionFiles.asked(
                            handle, entry.body().path("referte").asText())
                    .map(AskedList::digest)
                    .filter(entry.body().path("asked").asText()::equals)
                    .isPresent();
            if (!same) {
                breaks.add("the people asked about in "
                        + entry.body().path("file").asText() + " are not those that were recorded");
            }
        });
    }
}
