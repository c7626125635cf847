package be.zeef.cli.ledger;

import be.zeef.app.LedgerSeals;
import be.zeef.cli.CommonOptions;
import be.zeef.cli.ExitCode;
import be.zeef.cli.text.Count;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.ReportText;
import be.zeef.ledger.Sealer;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code zeef ledger seal}: signs what the ledger is now, and keeps that in the database and in the second place. */
@Command(
        name = "seal",
        description = "Signs what the ledger is now, as every run does at its end, and keeps that in a second place.",
        mixinStandardHelpOptions = true)
final class SealCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = common.settings(Map.of());
        Keys keys = Keys.in(settings.keys());
        try (Storage storage = Storage.open(settings.database(), common.clock())) {
            Sealer.Outcome outcome = LedgerSeals.sealer(settings, keys, storage.jdbi(), common.clock())
                    .seal();
            print(outcome);
            return ExitCode.of(outcome.report().acceptable());
        }
    }

    private void print(Sealer.Outcome outcome) {
        var out = spec.commandLine().getOut();
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            outcome.newest().ifPresent(head -> {
                json.put("origin", head.origin());
                json.put("entries", head.size());
                json.put("root", head.root().base64());
            });
            json.put("findings", Json.findings(outcome.report().findings()));
            out.println(Json.of(json));
        } else {
            outcome.newest()
                    .ifPresentOrElse(
                            head -> out.println("Sealed: " + Count.of(head.size(), "entry", "entries") + " of "
                                    + head.origin() + ", root " + head.root().base64()),
                            () -> out.println("Nothing is sealed."));
            ReportText.print(outcome.report(), out);
        }
        out.flush();
    }
}
