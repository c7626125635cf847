package be.zeef.ledger.seal;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * All checkpoints there are of a ledger, in the database and in its second place, held against each other.
 *
 * @param checkpoints those that are signed, the smallest first: what its entries are held against
 * @param findings what does not hold of the checkpoints themselves
 */
public record Seals(List<Checkpoint> checkpoints, List<Finding> findings) {

    /** None at all: of a ledger that is held against itself alone. */
    public static final Seals NONE = new Seals(List.of(), List.of());

    public Seals {
        checkpoints = List.copyOf(checkpoints);
        findings = List.copyOf(findings);
    }

    /** Where checkpoints are, and whose signature counts: without a key no one's. */
    public record Sources(Optional<NoteKey> key, Optional<SecondPlace> place) {

        /** What they have; the second place is read first, since a checkpoint is in the database before it is there. */
        public Seals read(Handle handle) {
            List<Finding> findings = new ArrayList<>();
            List<SecondPlace.Kept> kept = kept(findings);
            List<Checkpoints.Row> rows = Checkpoints.all(handle);
            List<Checkpoint> all = new ArrayList<>();
            rows.forEach(row ->
                    open(row).ifPresentOrElse(all::add, () -> findings.add(of("ledger.seal-foreign", row.size()))));
            Map<Long, Checkpoints.Row> bySize = rows.stream()
                    .collect(Collectors.toMap(Checkpoints.Row::size, Function.identity(), (one, other) -> one));
            for (SecondPlace.Kept each : kept) {
                Checkpoints.Row row = bySize.get(each.size());
                if (row == null || !row.note().equals(each.text())) {
                    findings.add(of("ledger.second-alone", each.size()));
                }
                open(each).ifPresentOrElse(all::add, () -> findings.add(of("ledger.second-foreign", each.size())));
            }
            if (place.isPresent()) {
                lacking(rows, kept).ifPresent(findings::add);
            }
            all.sort(Comparator.comparingLong(Checkpoint::size));
            return new Seals(all, findings);
        }

        private List<SecondPlace.Kept> kept(List<Finding> findings) {
            try {
                return place.isPresent() ? place.get().all() : List.of();
            } catch (ShelfException e) {
                findings.add(e.finding());
                return List.of();
            }
        }

        private Optional<Checkpoint> open(Checkpoints.Row row) {
            try {
                return key.isPresent() ? Optional.of(row.open(key.get()).note().checkpoint()) : Optional.empty();
            } catch (ForeignNoteException e) {
                return Optional.empty();
            }
        }

        private Optional<Checkpoint> open(SecondPlace.Kept kept) {
            try {
                return key.isPresent()
                        ? Optional.of(key.get().read(kept.text()).checkpoint())
                                .filter(read -> read.size() == kept.size())
                        : Optional.empty();
            } catch (ForeignNoteException e) {
                return Optional.empty();
            }
        }

        /** The newest may be on its way there; what is older than one that has arrived is not. */
        private static Optional<Finding> lacking(List<Checkpoints.Row> rows, List<SecondPlace.Kept> kept) {
            long arrived =
                    kept.isEmpty() ? Long.MAX_VALUE : kept.get(kept.size() - 1).size();
            var sizes = kept.stream().map(SecondPlace.Kept::size).collect(Collectors.toSet());
            List<Long> lacking = rows.stream()
                    .map(Checkpoints.Row::size)
                    .filter(size -> size < arrived && !sizes.contains(size))
                    .toList();
            return lacking.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Finding.error(
                            "ledger.second-lacks",
                            Location.WHOLE,
                            String.valueOf(lacking.size()),
                            String.valueOf(lacking.get(0))));
        }

        private static Finding of(String code, long size) {
            return Finding.error(code, Location.WHOLE, String.valueOf(size));
        }
    }
}
