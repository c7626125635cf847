package be.zeef.sync;

import be.zeef.ledger.Recorded;
import be.zeef.run.file.AskedList;
import be.zeef.run.file.QuestionFiles;
import be.zeef.security.Sha256;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            Set<Long> removed = removed(handle);
            decisions(handle, removed, breaks);
            questions(handle, removed, breaks);
            return breaks;
        });
    }

    /** Runs whose decisions, and lists of people, were removed when they might not be kept any more. */
    private static Set<Long> removed(Handle handle) {
        Set<Long> runs = new HashSet<>();
        Recorded.removed(handle, entry -> entry.body().path("runs").forEach(run -> runs.add(run.asLong())));
        return runs;
    }

    private static void decisions(Handle handle, Set<Long> removed, List<String> breaks) {
        String none = Sha256.hex(new byte[0]);
        Recorded.decided(handle, entry -> {
            String recorded = removed.contains(entry.sync())
                    ? none
                    : entry.body().path("decisions").asText();
            if (!recorded.equals(DecisionDigest.of(handle, entry.sync()))) {
                breaks.add("the decisions of sync " + entry.sync() + " are not those that were recorded");
            }
        });
    }

    private static void questions(Handle handle, Set<Long> removed, List<String> breaks) {
        Recorded.questionFiles(handle, entry -> {
            Optional<String> recorded = removed.contains(entry.sync())
                    ? Optional.empty()
                    : Optional.of(entry.body().path("asked").asText());
            Optional<String> kept = QuestionFiles.asked(
                            handle, entry.body().path("referte").asText())
                    .map(AskedList::digest);
            if (!kept.equals(recorded)) {
                breaks.add("the people asked about in "
                        + entry.body().path("file").asText() + " are not those that were recorded");
            }
        });
    }
}
