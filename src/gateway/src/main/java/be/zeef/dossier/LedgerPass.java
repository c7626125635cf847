package be.zeef.dossier;

import be.zeef.ledger.Recorded;
import be.zeef.ledger.event.Deed;
import be.zeef.ledger.event.EntryKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One way through the ledger, entry by entry, which keeps what is about the person: entries that name one of the person's pseudonyms, what
 * became of those, and the moments of what stands in the tables. Memory grows with the person's own entries alone.
 */
final class LedgerPass {

    private static final Map<String, EntryKind> KINDS =
            Arrays.stream(EntryKind.values()).collect(Collectors.toMap(Enum::name, Function.identity()));

    private final Set<String> numbers;
    private final Rows rows;
    private final List<Happening> kept = new ArrayList<>();

    /** Where something stands that has no outcome yet, by its entry, and by its Referte. */
    private final Map<Object, List<Integer>> open = new HashMap<>();

    /** What each run of the person's was of, as long as it has decided nothing. */
    private final Map<Long, Recorded> begun = new HashMap<>();

    private Optional<Recorded> packed = Optional.empty();

    /** @param numbers pseudonyms of all of the person's numbers */
    LedgerPass(Set<String> numbers, Rows rows) {
        this.numbers = numbers;
        this.rows = rows;
    }

    /** Takes the next entry. */
    void see(Recorded entry) {
        EntryKind kind = KINDS.get(entry.kind());
        if (kind == null) {
            return;
        }
        if (numbers.contains(entry.text("subject"))) {
            keep(entry, new Telling(entry).of(kind));
        }
        switch (kind) {
            case QUESTION_INTENT -> file(entry);
            case DELIVERY_INTENT -> delivered(entry);
            case NAMES_SHOWN -> shown(entry);
            case DELIVERY_PACKED -> packed = Optional.of(entry);
            case ROWS_WRITTEN -> written(entry);
            case SYNC_STARTED -> started(entry);
            case DECIDED -> decided(entry);
            default -> Deed.ofOutcome(entry.kind()).ifPresent(deed -> ended(entry, deed));
        }
    }

    /** All that was done; the ledger has been read to its end. */
    List<Happening> happenings() {
        begun.forEach((run, entry) -> decided(run, entry));
        return Stream.of(
                        kept.stream(),
                        rows.timed.stream(),
                        rows.byEntry.values().stream().flatMap(List::stream),
                        rows.byRun.values().stream().flatMap(List::stream))
                .flatMap(Function.identity())
                .toList();
    }

    private static Instant at(Recorded entry) {
        return Instant.parse(entry.at());
    }

    private void keep(Recorded entry, Optional<Happening> told) {
        told.ifPresent(happening -> {
            Happening whole = happening.kind() == Kind.CLAIM
                    ? happening.with(
                            Detail.STANDING,
                            rows.claims.getOrDefault(
                                    Rows.claim(
                                            entry.agreement(),
                                            happening.details().get(Detail.REFERENCE)),
                                    ""))
                    : happening;
            open.computeIfAbsent(entry.entry(), any -> new ArrayList<>()).add(kept.size());
            kept.add(whole);
        });
    }

    private void file(Recorded entry) {
        String referte = entry.text("referte");
        if (rows.files.contains(referte)) {
            open.computeIfAbsent(referte, any -> new ArrayList<>()).add(kept.size());
            kept.add(Happening.of(Kind.QUESTION_FILE, entry.agreement())
                    .with(Detail.ERRAND, entry.text("kind"))
                    .with(Detail.REFERENCE, referte)
                    .at(at(entry)));
        }
    }

    private void delivered(Recorded entry) {
        String name = entry.text("delivery");
        rows.byDelivery.getOrDefault(name, List.of()).forEach(line -> {
            open.computeIfAbsent(entry.entry(), any -> new ArrayList<>()).add(kept.size());
            kept.add(line.with(Detail.DELIVERY, name).at(at(entry)));
        });
    }

    private void shown(Recorded entry) {
        String name = entry.text("delivery");
        if (rows.byDelivery.containsKey(name)) {
            kept.add(Happening.of(Kind.NAMES_SHOWN, entry.agreement())
                    .with(Detail.WHO, entry.text("by"))
                    .with(Detail.DELIVERY, name)
                    .at(at(entry)));
        }
    }

    /** A grant that changed in the transaction of a delivery went into it: the table knows only the last one. */
    private void written(Recorded entry) {
        List<Happening> first = rows.byEntry.remove(entry.entry());
        if (first != null) {
            boolean earlier = entry.body().path("found").asBoolean();
            first.forEach(row ->
                    kept.add(row.with(Detail.EARLIER, earlier ? "YES" : "").at(at(entry))));
        }
        Happening grant = rows.grantChanges.get(entry.entry());
        packed.filter(delivery -> grant != null && delivery.entry() == entry.entry() - 1)
                .map(delivery -> delivery.text("delivery"))
                .ifPresent(name -> rows.byDelivery.putIfAbsent(name, List.of(grant)));
    }

    private void started(Recorded entry) {
        if (rows.byRun.containsKey(entry.sync())) {
            begun.put(entry.sync(), entry);
        }
    }

    private void decided(Recorded entry) {
        Recorded start = begun.remove(entry.sync());
        if (start != null) {
            decided(entry.sync(), start, entry);
        }
    }

    private void decided(long run, Recorded entry) {
        decided(run, entry, entry);
    }

    private void decided(long run, Recorded start, Recorded entry) {
        List<Happening> decisions = rows.byRun.remove(run);
        if (decisions != null) {
            decisions.forEach(decision -> kept.add(decision.under(start.agreement())
                    .with(Detail.DAY, start.text("on"))
                    .at(at(entry))));
        }
    }

    private void ended(Recorded entry, Deed deed) {
        Object intent =
                deed.namesEntry() ? (Object) entry.body().path(deed.names()).asLong() : entry.text(deed.names());
        for (int place : open.getOrDefault(intent, List.of())) {
            kept.set(place, new Telling(entry).ended(kept.get(place), deed));
        }
    }
}
