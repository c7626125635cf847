package be.zeef.retention;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Benefit;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.OldEntries;
import be.zeef.ledger.row.OldLines;
import be.zeef.ledger.row.RowHistory;
import be.zeef.objection.Objections;
import be.zeef.run.Syncs;
import be.zeef.run.file.QuestionFiles;
import be.zeef.sync.Decisions;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What the ledger says of an agreement, once it may not be kept any more. Nothing goes while a run is unfinished, and nothing from the first entry on
 * of what still stands and is held against the ledger: decisions and lists of a run, payments and their files, and objections.
 */
final class OldLedger {

    private final Jdbi jdbi;
    private final OldEntries entries;

    OldLedger(Jdbi jdbi, Ledger ledger) {
        this.jdbi = jdbi;
        this.entries = new OldEntries(jdbi, ledger, new OldLines());
    }

    /** Of entries up to this day; how many. */
    long remove(Agreement agreement, LocalDate until) {
        Set<String> names =
                agreement.benefits().stream().map(Benefit::id).collect(Collectors.toCollection(TreeSet::new));
        names.add(agreement.id());
        boolean unfinished = jdbi.withHandle(handle ->
                names.stream().anyMatch(name -> Syncs.open(handle, name).isPresent()));
        if (unfinished) {
            return 0;
        }
        return entries.remove(
                new OldEntries.Term(agreement.id(), agreement.version(), names, until),
                handle -> firstHeldAgainst(handle, names, agreement.payment().isPresent()),
                jdbi.withHandle(Objections::entries));
    }

    private static long firstHeldAgainst(Handle handle, Set<String> names, boolean pays) {
        LongStream runs = Syncs.firstEntries(handle, names).entrySet().stream()
                .filter(run -> Decisions.isAny(handle, run.getKey()) || QuestionFiles.isAnyAsked(handle, run.getKey()))
                .mapToLong(run -> run.getValue());
        LongStream payments = Stream.of("payment", "payment_file")
                .filter(table -> pays)
                .flatMap(table -> RowHistory.firstOfStanding(handle, table).stream())
                .mapToLong(Long::longValue);
        return LongStream.concat(runs, payments).min().orElse(Long.MAX_VALUE);
    }
}
