package be.zeef.retention;

import be.zeef.run.Syncs;
import be.zeef.run.file.QuestionFiles;
import be.zeef.sync.Decisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What runs decided, and whom they asked about, once it may not be kept any more. */
final class OldDecisions {

    private OldDecisions() {}

    /**
     * What was removed.
     *
     * @param runs of which
     * @param decisions how many
     * @param lists of people asked about
     */
    record Removed(List<Long> runs, long decisions, long lists) {

        Removed {
            runs = List.copyOf(runs);
        }
    }

    /** Of ended runs of this benefit for days up to this one. */
    static Removed remove(Handle handle, String benefit, LocalDate until) {
        List<Long> runs = new ArrayList<>();
        long decisions = 0;
        long lists = 0;
        for (long run : Syncs.ended(handle, benefit, until)) {
            int decided = Decisions.forget(handle, run);
            int asked = QuestionFiles.forgetAsked(handle, run);
            if (decided + asked > 0) {
                runs.add(run);
            }
            decisions += decided;
            lists += asked;
        }
        return new Removed(runs, decisions, lists);
    }
}
