package be.zeef.ledger;

import be.zeef.ledger.event.EntryKind;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds entries whose content went against the entries that say so, while they pass by in order. Memory holds one digest for each removal that is
 * still to come by. One thread's.
 */
final class Removals {

    private static final String DIGEST = "digest";

    private final Map<Long, Open> open = new TreeMap<>();

    /** Of what passed by that one entry is to have removed: the first of it, and the digest of all. */
    private record Open(long first, MessageDigest digest) {}

    /** @param by the entry that removed it */
    void see(RemovedEntry entry, long by) {
        entry.add(open.computeIfAbsent(by, any -> new Open(entry.id(), Ledger.sha256())).digest);
    }

    /** Where what this entry says of removed ones is not what passed by: the first of those, or the entry itself where none did. */
    Optional<Long> brokenBy(Entry entry) {
        boolean removal = entry.kind().equals(EntryKind.REMOVED.name());
        String said = removal ? OpenIntents.field(entry.body(), DIGEST) : "";
        Open seen = open.remove(entry.id());
        if (seen == null) {
            return said.isEmpty() ? Optional.empty() : Optional.of(entry.id());
        }
        return HexFormat.of().formatHex(seen.digest.digest()).equals(said) ? Optional.empty() : Optional.of(seen.first);
    }

    /** The first entry that the one did not come by which was to have removed it. */
    Optional<Long> unnamed() {
        return open.values().stream().map(Open::first).min(Long::compare);
    }
}
