package be.zeef.delivery;

import be.zeef.grant.TariffGrants;
import be.zeef.ledger.ObjectedException;
import be.zeef.recipient.Grant;
import be.zeef.recipient.SocialTariffs;
import be.zeef.route.Interruption;
import be.zeef.run.DeliveredCounts;
import be.zeef.run.Run;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import be.zeef.work.Workers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * Hands over by calling the recipient for each grant, some at a time, of whatever period, each until its own last day. One
 * person's grants go one after the other, the one that ends last first: it covers the others, which could shorten it else.
 *
 * @param tariffs the recipient
 */
public record TariffHandover(SocialTariffs tariffs) implements Handover {

    private static final int AT_ONCE = 4;

    /** How grants ended that do not stand, and until when they would have held. */
    private record End(String finding, LocalDate until, String code) {
        private static final String FAILED = "sync.tariff-failed";
        private static final String REFUSED = "sync.tariff-refused";
        private static final String OBJECTED = "sync.tariff-objected";
        private static final String NOT_POSSIBLE = "sync.tariff-not-possible";
        private static final Comparator<End> ORDER =
                Comparator.comparing(End::until).thenComparing(End::finding).thenComparing(End::code);

        private static Optional<End> of(LocalDate until, Grant grant) {
            if (grant instanceof Grant.NotPossible) {
                return Optional.of(new End(NOT_POSSIBLE, until, TariffGrants.code(grant)));
            }
            return grant.isOpen()
                    ? Optional.of(
                            new End(grant instanceof Grant.Refused ? REFUSED : FAILED, until, TariffGrants.code(grant)))
                    : Optional.empty();
        }
    }

    @Override
    public Optional<Run> run(Run decided) {
        TariffGrants grants =
                new TariffGrants(decided.jdbi(), decided.ledger(), decided.plan(), decided.people(), tariffs);
        LocalDate on = decided.row().on();
        grants.ended(on).forEach(ended -> decided.findings()
                .incomplete(Finding.warning(
                        "sync.tariff-ended",
                        Location.WHOLE,
                        Long.toString(ended.grants()),
                        ended.until().toString(),
                        decided.plan().benefit())));
        decided.findings().held(grants.held(), decided.plan().benefit());
        List<TariffGrants.Row> open = grants.open(on);
        List<String> missing = open.isEmpty() ? List.of() : missingPermissions();
        if (!missing.isEmpty()) {
            decided.findings()
                    .incomplete(Finding.error(
                            "sync.tariff-permissions",
                            Location.WHOLE,
                            String.join(", ", missing),
                            decided.plan().benefit()));
            decided.findings().delivered(new DeliveredCounts("uitpas", 0, "awaited", 0));
            return Optional.of(decided);
        }
        decided.progress().step("granting", open.size());
        tell(decided, open.size(), handAll(decided, grants, open));
        return Optional.of(decided);
    }

    /** Where the recipient cannot be asked, every grant tells by itself what is the matter. */
    private List<String> missingPermissions() {
        try {
            return tariffs.missingPermissions();
        } catch (IllegalStateException e) {
            return List.of();
        }
    }

    private static Map<End, Long> handAll(Run run, TariffGrants grants, List<TariffGrants.Row> open) {
        Map<String, List<TariffGrants.Row>> people = open.stream()
                .collect(Collectors.groupingBy(TariffGrants.Row::subject, LinkedHashMap::new, Collectors.toList()));
        Map<End, Long> ends = new ConcurrentSkipListMap<>(End.ORDER);
        try {
            new Workers(AT_ONCE).each(people.values(), rows -> handOne(run, grants, rows)
                    .forEach(end -> ends.merge(end, 1L, Long::sum)));
            return ends;
        } catch (InterruptedException e) {
            throw Interruption.stopped("granting", e);
        }
    }

    /** All of one person. */
    private static List<End> handOne(Run run, TariffGrants grants, List<TariffGrants.Row> rows) {
        List<End> ends = new ArrayList<>();
        for (TariffGrants.Row row : rows) {
            ends.addAll(hand(run, grants, row));
            run.progress().advance(1);
        }
        return ends;
    }

    private static List<End> hand(Run run, TariffGrants grants, TariffGrants.Row row) {
        try {
            Grant grant = grants.hand(
                    row.subject(),
                    row.year(),
                    run.people().vault().open(row.person()),
                    row.until(),
                    "",
                    run.row().id());
            return End.of(row.until(), grant).stream().toList();
        } catch (ObjectedException e) {
            // entered since the run looked who objects
            return List.of(new End(End.OBJECTED, row.until(), ""));
        }
    }

    private static void tell(Run run, long asked, Map<End, Long> ends) {
        long failed = 0;
        long refused = 0;
        for (Map.Entry<End, Long> each : ends.entrySet()) {
            End end = each.getKey();
            Finding told = Finding.warning(
                    end.finding(),
                    Location.WHOLE,
                    Long.toString(each.getValue()),
                    end.code(),
                    end.until().toString(),
                    run.plan().benefit());
            if (end.finding().equals(End.FAILED)) {
                failed += each.getValue();
                run.findings().incomplete(told);
            } else {
                refused += each.getValue();
                run.findings().open(told);
            }
        }
        String receipt = asked == 0 ? "none" : failed > 0 ? "awaited" : "confirmed";
        run.findings()
                .delivered(new DeliveredCounts(
                        "uitpas", asked - failed - refused, DeliveredCounts.receipt(asked, refused, receipt), refused));
    }
}
