package be.zeef.objection;

import be.zeef.ledger.Objectors;
import be.zeef.run.PersonNumbers;
import be.zeef.security.Keys;
import be.zeef.subject.PeopleAtRest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Tells the ledger who objected as the table stands in its own transaction: an objection is before an entry or after it, never beside it.
 * What was opened is kept until the table changes, by whatever process. Thread-safe.
 */
public final class KnownObjectors implements Objectors {

    private final Keys keys;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    public KnownObjectors(Keys keys) {
        this.keys = keys;
    }

    private record Known(ObjectionTable.Stamp stamp, Set<String> pseudonyms) {}

    @Override
    public boolean has(Handle handle, String agreement, String subject) {
        ObjectionTable.Stamp stamp = ObjectionTable.stamp(handle);
        if (stamp.isEmpty()) {
            return false;
        }
        String id = agreement.replaceFirst("/.*", "");
        Known now = known.get(id);
        if (now == null || !now.stamp.equals(stamp)) {
            now = new Known(
                    stamp, Objections.of(handle, new PeopleAtRest(keys, id)).pseudonyms());
            known.put(id, now);
        }
        // that two numbers are one person's may have been learned since
        return now.pseudonyms.contains(subject)
                || (!now.pseudonyms.isEmpty()
                        && PersonNumbers.of(handle, id, subject).stream().anyMatch(now.pseudonyms::contains));
    }
}
