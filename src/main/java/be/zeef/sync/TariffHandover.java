package be.zeef.sync;

import be.zeef.recipient.Grant;
import be.zeef.recipient.SocialTariffs;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Hands over by calling the recipient for each grant, some at a time.
 *
 * @param tariffs the recipient
 */
public record TariffHandover(SocialTariffs tariffs) implements Handover {

    private static final int AT_ONCE = 4;

    @Override
    public Optional<Run> run(Run decided) {
        TariffGrants grants = new TariffGrants(
                decided.tools().jdbi(), decided.tools().ledger(), decided.plan().agreement(), tariffs);
        List<TariffGrants.Row> open = grants.open(decided.year());
        List<String> missing = open.isEmpty() ? List.of() : missingPermissions();
        if (!missing.isEmpty()) {
            decided.tally()
                    .incomplete(Finding.error("sync.tariff-permissions", Location.WHOLE, String.join(", ", missing)));
            decided.tally().delivered(new Tally.Delivered("uitpas", 0, "awaited", 0));
            return Optional.of(decided);
        }
        decided.progress().step("granting", open.size());
        Map<String, Long> ends = handAll(decided, grants, open);
        tell(decided, open.size(), ends);
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

    private static Map<String, Long> handAll(Run run, TariffGrants grants, List<TariffGrants.Row> open) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        Map<String, Long> ends = new TreeMap<>();
        try {
            List<Future<Grant>> pending = open.stream()
                    .map(row -> workers.submit(() -> grants.hand(
                            row.subject(),
                            row.year(),
                            run.vault().open(row.person()),
                            row.until(),
                            "",
                            run.row().id())))
                    .toList();
            for (Future<Grant> each : pending) {
                ends.merge(end(each.get()), 1L, Long::sum);
                run.progress().advance(1);
            }
            return ends;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while granting; run again with --resume", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } finally {
            Workers.end(workers);
        }
    }

    /** Empty for a grant that stands; else how it ended. */
    private static String end(Grant grant) {
        if (grant instanceof Grant.NotPossible) {
            return "not-possible " + TariffGrants.code(grant);
        }
        return grant instanceof Grant.Failed ? "failed " + TariffGrants.code(grant) : "";
    }

    private static void tell(Run run, long asked, Map<String, Long> ends) {
        long failed = 0;
        long refused = 0;
        for (Map.Entry<String, Long> end : ends.entrySet()) {
            String[] words = end.getKey().split(" ", 2);
            if (words[0].equals("failed")) {
                failed += end.getValue();
                run.tally().incomplete(finding("sync.tariff-failed", end.getValue(), words[1]));
            } else if (words[0].equals("not-possible")) {
                refused += end.getValue();
                run.tally().tell(finding("sync.tariff-not-possible", end.getValue(), words[1]));
            }
        }
        String receipt = asked == 0 ? "none" : failed > 0 ? "awaited" : "confirmed";
        run.tally().delivered(new Tally.Delivered("uitpas", asked - failed - refused, receipt, refused));
    }

    private static Finding finding(String code, long count, String why) {
        return Finding.warning(code, Location.WHOLE, Long.toString(count), why);
    }
}
