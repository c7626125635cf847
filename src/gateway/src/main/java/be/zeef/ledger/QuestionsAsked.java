package be.zeef.ledger;

import be.zeef.ledger.event.EntryKind;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * How much a run asked of whom, as the ledger has it, and so the same before and after a crash: by service, the calls that were made;
 * by kind of file, and of the welfare database, the people who were asked about. What was tried again counts again.
 */
public final class QuestionsAsked {

    private QuestionsAsked() {}

    /** @param first the entry with which the run began; 0 where that is not known, which reads the whole ledger */
    public static SortedMap<String, Long> of(Handle handle, long sync, long first) {
        SortedMap<String, Long> asked = new TreeMap<>();
        try (var entries = Chain.ofRun(
                handle,
                sync,
                first,
                List.of(
                        EntryKind.CALL_INTENT.name(),
                        EntryKind.CALL_OUTCOME.name(),
                        EntryKind.QUESTION_INTENT.name()))) {
            entries.forEachRemaining(entry -> count(entry, asked));
        }
        return asked;
    }

    private static void count(Entry entry, SortedMap<String, Long> asked) {
        String body = entry.body();
        switch (EntryKind.valueOf(entry.kind())) {
            case CALL_INTENT -> {
                boolean ofAll = !OpenIntents.field(body, "measures").isEmpty();
                add(asked, ofAll ? "" : OpenIntents.field(body, "service"), "1");
            }
            case QUESTION_INTENT ->
                add(asked, "file " + OpenIntents.field(body, "kind"), OpenIntents.field(body, "persons"));
            // a call about a whole population says in its outcome how many were asked about
            default -> add(asked, "ocmw", OpenIntents.field(body, "asked"));
        }
    }

    private static void add(SortedMap<String, Long> asked, String name, String count) {
        if (!name.isEmpty() && !count.isEmpty()) {
            asked.merge(name, Long.parseLong(count), Long::sum);
        }
    }
}
