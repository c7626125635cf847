package be.zeef.cli.ledger;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.LedgerSeals;
import be.zeef.cli.CommonOptions;
import be.zeef.cli.ExitCode;
import be.zeef.cli.text.Json;
import be.zeef.ledger.Ledger;
import be.zeef.retention.RetentionJob;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef ledger prune}: removes what the agreements let nobody keep any more. */
@Command(
        name = "prune",
        description = "Removes what the agreements let nobody keep any more, as each run of theirs does at its end.",
        mixinStandardHelpOptions = true)
final class PruneCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(arity = "0..*", paramLabel = "AGREEMENT", description = "Of these alone (default: every agreement).")
    private List<String> agreements = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = common.settings(Map.of());
        Agreements all = new Agreements(settings.home().resolve("mappings"));
        List<Agreement> loaded = (agreements.isEmpty() ? all.ids() : agreements)
                .stream().map(all::load).toList();
        Map<String, Map<String, Long>> removed = new TreeMap<>();
        try (Storage storage = Storage.open(settings.database(), common.clock())) {
            RetentionJob job =
                    new RetentionJob(storage.jdbi(), new Ledger(storage.jdbi(), common.clock()), common.clock());
            loaded.forEach(agreement -> removed.put(agreement.id(), job.run(agreement)));
            LedgerSeals.atEnd(settings, Keys.in(settings.keys()), storage.jdbi(), common.clock())
                    .close();
        }
        print(removed);
        return ExitCode.of(true);
    }

    private void print(Map<String, Map<String, Long>> removed) {
        var out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.of(Map.of("removed", removed)));
        } else {
            removed.forEach((agreement, rows) -> out.println(agreement + ": " + words(rows)));
        }
        out.flush();
    }

    private static String words(Map<String, Long> rows) {
        String removed = rows.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
        return removed.isEmpty() ? "nothing is kept for longer than it may be" : "removed " + removed;
    }
}
