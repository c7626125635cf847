package be.zeef.standing;

import be.zeef.ledger.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Whether every act that the ledger has was signed, as it says and by the key that it names, and nothing was signed besides. */
public final class ActEvidence {

    private final Jdbi jdbi;

    public ActEvidence(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What was changed since, in words; empty when nothing was. */
    public List<String> breaks() {
        return jdbi.inTransaction(ActEvidence::breaks);
    }

    private record Key(String agreement, int before) {}

    private static List<String> breaks(Handle handle) {
        Map<Key, Acts.Row> rows = Acts.all(handle).stream()
                .collect(Collectors.toMap(row -> new Key(row.agreement(), row.before()), row -> row));
        Map<String, Integer> counts = new HashMap<>();
        List<String> breaks = new ArrayList<>();
        Recorded.acts(handle, entry -> {
            int before = counts.merge(entry.agreement(), 1, Integer::sum) - 1;
            Acts.Row row = rows.remove(new Key(entry.agreement(), before));
            SignedAct act = SignedAct.of(entry);
            if (act.before() != before) {
                breaks.add("an act upon " + entry.agreement() + " is not the one that was to come there");
            } else if (row == null) {
                breaks.add(
                        "the signature by which somebody did " + act.act() + " " + entry.agreement() + " is not there");
            } else if (!SignedAct.isProof(row, entry)) {
                breaks.add("the signature by which somebody did " + act.act() + " " + entry.agreement()
                        + " is not the one that was recorded");
            }
        });
        rows.values()
                .forEach(row -> breaks.add(
                        "an act upon " + row.agreement() + " (" + row.act() + ") was signed and never recorded"));
        return breaks;
    }
}
