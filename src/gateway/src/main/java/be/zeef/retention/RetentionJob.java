package be.zeef.retention;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Benefit;
import be.zeef.claim.OldClaims;
import be.zeef.delivery.OldDeliveries;
import be.zeef.grant.OldGrants;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.RowsWritten;
import be.zeef.payment.OldPayments;
import be.zeef.payment.closing.OldClosings;
import be.zeef.payment.intake.OldAllowances;
import be.zeef.payment.release.OldSignatures;
import be.zeef.run.Syncs;
import be.zeef.subject.Today;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Removes what an agreement lets nobody keep any more: decisions and lists of people asked about, grants with the numbers sealed in them, who
 * stood in their households, the bytes that were delivered, claims, and payments with how people released and closed them; at last
 * what the ledger says. Each in a transaction of its own with an entry of the ledger. What belongs to a run that is unfinished stays until that is over. Inscriptions go when they end.
 */
public final class RetentionJob {

    private static final String DECISIONS = "decisions";
    private static final String GRANTS = "grants";
    private static final String MEMBERS = "members";
    private static final String CLAIMS = "claims";
    private static final String PAYMENTS = "payments";
    private static final String FILES = "files";
    private static final String CLOSINGS = "closings";
    private static final String LEDGER = "ledger";
    private static final String ENTRIES = "entries";
    private static final String ROWS = "rows";
    private static final String LISTS = "lists";
    private static final String DELIVERIES = "deliveries";

    /** Runs that one entry names: its body has room for them. */
    private static final int RUNS = 200;

    private final Jdbi jdbi;
    private final Ledger ledger;
    private final OldLedger old;
    private final Clock clock;

    public RetentionJob(Jdbi jdbi, Ledger ledger, Clock clock) {
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.old = new OldLedger(jdbi, ledger);
        this.clock = clock;
    }

    /** What removes everything of one thing up to a day; how many rows of each kind. */
    @FunctionalInterface
    private interface Remover {
        Map<String, Long> remove(Handle handle, LocalDate until);
    }

    /**
     * Of an agreement with all its benefits.
     *
     * @return how many rows were removed of each kind, 0 where there were none
     */
    public Map<String, Long> run(Agreement agreement) {
        Map<String, Long> removed = new TreeMap<>();
        for (Benefit benefit : agreement.benefits()) {
            ofBenefit(agreement, benefit.id(), removed);
        }
        if (agreement.claims().isPresent()) {
            due(
                    agreement,
                    CLAIMS,
                    removed,
                    (handle, until) -> Map.of(CLAIMS, OldClaims.remove(handle, agreement, until)));
        }
        if (agreement.payment().isPresent()) {
            due(
                    agreement,
                    DECISIONS,
                    removed,
                    (handle, until) -> Map.of(ROWS, OldAllowances.remove(handle, agreement.id(), until)));
            due(agreement, PAYMENTS, removed, (handle, until) -> payments(handle, agreement.id(), until));
        }
        agreement
                .retention()
                .lastOver(LEDGER, Today.by(clock))
                .ifPresent(until -> removed.put(ENTRIES, old.remove(agreement, until)));
        return removed;
    }

    private void ofBenefit(Agreement agreement, String benefit, Map<String, Long> removed) {
        if (jdbi.withHandle(handle -> Syncs.open(handle, benefit)).isPresent()) {
            return;
        }
        over(agreement, DECISIONS, removed, (handle, until) -> decisions(handle, agreement, benefit, until));
        due(
                agreement,
                MEMBERS,
                removed,
                (handle, until) -> Map.of(MEMBERS, OldGrants.removeMembers(handle, benefit, until)));
        due(
                agreement,
                GRANTS,
                removed,
                (handle, until) -> Map.of(
                        GRANTS,
                        OldGrants.remove(handle, benefit, until),
                        DELIVERIES,
                        OldDeliveries.remove(handle, benefit, OldGrants.years(handle, benefit))));
    }

    private static Map<String, Long> payments(Handle handle, String agreement, LocalDate until) {
        OldPayments.Removed old = OldPayments.remove(handle, agreement, until);
        OldSignatures.remove(handle, old.files());
        List<String> names =
                Stream.concat(old.payments().stream(), old.files().stream()).toList();
        return Map.of(
                PAYMENTS,
                (long) old.payments().size(),
                FILES,
                (long) old.files().size(),
                CLOSINGS,
                (long) OldClosings.remove(handle, agreement, names, until));
    }

    /** These have entries of their own, which name the runs. */
    private Map<String, Long> decisions(Handle handle, Agreement agreement, String benefit, LocalDate until) {
        OldDecisions.Removed old = OldDecisions.remove(handle, benefit, until);
        Map<String, Long> rows = Map.of(DECISIONS, old.decisions(), LISTS, old.lists());
        for (int from = 0; from < old.runs().size(); from += RUNS) {
            List<Long> runs =
                    old.runs().subList(from, Math.min(from + RUNS, old.runs().size()));
            record(handle, agreement, DECISIONS, until, from == 0 ? rows : Map.of(), runs);
        }
        return rows;
    }

    private void due(Agreement agreement, String thing, Map<String, Long> removed, Remover remover) {
        over(agreement, thing, removed, (handle, until) -> {
            Map<String, Long> rows = remover.remove(handle, until);
            if (rows.values().stream().anyMatch(count -> count > 0)) {
                record(handle, agreement, thing, until, rows, List.of());
            }
            return rows;
        });
    }

    private void over(Agreement agreement, String thing, Map<String, Long> removed, Remover remover) {
        agreement
                .retention()
                .lastOver(thing, Today.by(clock))
                .ifPresent(until -> jdbi.useTransaction(handle ->
                        remover.remove(handle, until).forEach((kind, count) -> removed.merge(kind, count, Long::sum))));
    }

    private void record(
            Handle handle,
            Agreement agreement,
            String thing,
            LocalDate until,
            Map<String, Long> rows,
            List<Long> runs) {
        ledger.append(
                handle,
                agreement.id(),
                0,
                new RowsWritten.Removed(agreement.version(), thing, until, new TreeMap<>(rows), runs));
    }
}
