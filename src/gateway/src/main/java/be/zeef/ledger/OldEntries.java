package be.zeef.ledger;

import be.zeef.ledger.event.EntryKind;
import be.zeef.ledger.event.RowsWritten;
import be.zeef.ledger.seal.Checkpoints;
import be.zeef.ledger.tree.Hasher;
import be.zeef.subject.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Entries once they may not be kept any more: the content goes, and the hash of the leaf stays in its place, so that the ledger's tree is what
 * was sealed ({@code docs/adr/0039}). An entry of the ledger says which, with a digest over them.
 *
 * <ul>
 *   <li>Only what a checkpoint seals goes, and nothing from the first intent on that has no outcome.
 *   <li>What is needed to verify the rest stays: what was removed, what officers did, who abandoned a run, and which rows were written while one of them stands.
 * </ul>
 */
public final class OldEntries {

    private static final Set<EntryKind> STAY =
            EnumSet.of(EntryKind.REMOVED, EntryKind.AGREEMENT_ACT, EntryKind.RUN_ABANDONED);

    /** In one transaction. */
    private static final int MOST = 20_000;

    private final Jdbi jdbi;
    private final Ledger ledger;
    private final LinesOfEntries lines;

    /** @param lines what stands under the entries' numbers */
    public OldEntries(Jdbi jdbi, Ledger ledger, LinesOfEntries lines) {
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.lines = lines;
    }

    /**
     * Whose entries may go.
     *
     * @param agreement its id
     * @param version its digest
     * @param names under which it writes: its own, and those of its benefits
     * @param until the last day of which none may be kept
     */
    public record Term(String agreement, String version, Set<String> names, LocalDate until) {

        public Term {
            names = Set.copyOf(names);
        }
    }

    /**
     * Removes them; how many.
     *
     * @param before the entry from which on all stay, since something stands that is held against them; asked for where any are so old
     * @param needed numbers of entries that stay for another reason
     */
    public long remove(Term term, ToLongFunction<Handle> before, Set<Long> needed) {
        long upTo = jdbi.inTransaction(handle -> {
            long old = upTo(handle, term.until);
            return old == 0 ? 0 : Math.min(old, before.applyAsLong(handle) - 1);
        });
        if (upTo <= 0) {
            return 0;
        }
        Set<Long> stay = new HashSet<>(needed);
        jdbi.useTransaction(handle -> stay.addAll(lines.needed(handle, upTo, late(handle, term, upTo))));
        long removed = 0;
        long more = MOST;
        while (more == MOST) {
            more = jdbi.inTransaction(handle -> remove(handle, term, upTo, stay));
            removed += more;
        }
        return removed;
    }

    /** Entries about rows that are not as old as those around them: a clock jumped. */
    private static Set<Long> late(Handle handle, Term term, long upTo) {
        Set<Long> late = new HashSet<>();
        try (var links = Chain.ofAgreements(handle, term.names, List.of(EntryKind.ROWS_WRITTEN.name()), upTo)) {
            links.forEachRemaining(link -> {
                if (!isUpTo(link.entry().at(), term.until)) {
                    late.add(link.entry().id());
                }
            });
        }
        return late;
    }

    /** The last entry of this day or before it, of those that are sealed and settled; entries are in the order of their time. */
    private static long upTo(Handle handle, LocalDate until) {
        long sealed = Checkpoints.newest(handle).map(Checkpoints.Row::size).orElse(0L);
        long last = Math.min(sealed, Chain.settled(handle));
        long first = 0;
        while (first < last) {
            long middle = last - (last - first) / 2;
            if (isUpTo(Chain.at(handle, middle).orElse(""), until)) {
                first = middle;
            } else {
                last = middle - 1;
            }
        }
        return first;
    }

    private static boolean isUpTo(String at, LocalDate until) {
        return at.isEmpty() || !Today.at(Instant.parse(at)).isAfter(until);
    }

    private long remove(Handle handle, Term term, long upTo, Set<Long> stay) {
        Hasher hasher = new Hasher();
        List<RemovedEntry> old = new ArrayList<>();
        try (var links = Chain.ofAgreements(handle, term.names, kinds(), upTo)) {
            while (links.hasNext() && old.size() < MOST) {
                Chain.Link link = links.next();
                Entry entry = link.entry();
                if (isUpTo(entry.at(), term.until) && !stay.contains(entry.id())) {
                    old.add(new RemovedEntry(entry.id(), hasher.leaf(entry.leaf()), link.hash()));
                }
            }
        }
        if (!old.isEmpty()) {
            long by = ledger.append(
                    handle,
                    term.agreement,
                    0,
                    new RowsWritten.EntriesRemoved(
                            term.version, term.until, Map.of("entries", (long) old.size()), RemovedEntry.digest(old)));
            Chain.empty(handle, old, by);
            lines.remove(handle, old.stream().map(RemovedEntry::id).toList());
        }
        return old.size();
    }

    private static List<String> kinds() {
        return EnumSet.complementOf(EnumSet.copyOf(STAY)).stream()
                .map(EntryKind::name)
                .toList();
    }
}
