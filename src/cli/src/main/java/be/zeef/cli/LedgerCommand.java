package be.zeef.cli;

import be.zeef.cli.text.Count;
import be.zeef.cli.text.Json;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.OpenIntent;
import be.zeef.payment.closing.ClosingEvidence;
import be.zeef.payment.release.ReleaseEvidence;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.sync.DecisionEvidence;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code zeef ledger}: the record of what flowed. */
@Command(
        name = "ledger",
        description = "The record of every exchange, decision and delivery.",
        mixinStandardHelpOptions = true,
        subcommands = LedgerCommand.Verify.class)
final class LedgerCommand {

    /** {@code zeef ledger verify}: recomputes the chain, and what it says of decisions, of who was asked about, and of releases. */
    @Command(
            name = "verify",
            description = "Recomputes every hash of the ledger and of what it vouches for.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Mixin
        private CommonOptions common;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Settings settings = common.settings(Map.of());
            try (Storage storage = Storage.open(settings.database())) {
                LedgerVerifier.Verdict verdict = new LedgerVerifier(storage.jdbi()).verify();
                List<String> evidence = verdict.holds() ? evidence(storage.jdbi()) : List.of();
                print(verdict, evidence);
                return ExitCode.of(verdict.holds() && evidence.isEmpty());
            }
        }

        private static List<String> evidence(Jdbi jdbi) {
            return Stream.of(
                            new DecisionEvidence(jdbi).breaks(),
                            new ReleaseEvidence(jdbi).breaks(),
                            new ClosingEvidence(jdbi).breaks())
                    .flatMap(List::stream)
                    .toList();
        }

        private void print(LedgerVerifier.Verdict verdict, List<String> evidence) {
            var out = spec.commandLine().getOut();
            if (common.json()) {
                out.println(Json.of(Map.of(
                        "holds",
                        verdict.holds() && evidence.isEmpty(),
                        "entries",
                        verdict.entries(),
                        "head",
                        verdict.head(),
                        "breaks",
                        evidence,
                        "withoutOutcome",
                        verdict.open().stream().map(OpenIntent::entry).toList())));
            } else if (verdict.broken().isPresent()) {
                LedgerVerifier.Break broken = verdict.broken().get();
                out.println(
                        "The ledger does not hold from entry " + broken.entry() + " on (" + broken.reason()
                                + "). Keep the database as it is, tell the data-protection officer, and compare with a backup.");
            } else {
                out.println("The ledger holds: " + Count.of(verdict.entries(), "entry", "entries") + ", head "
                        + verdict.head());
                evidence.forEach(each -> out.println("But " + each));
                verdict.open()
                        .forEach(each -> out.println("Without an outcome: entry " + each.entry() + ", a "
                                + each.deed().name() + " of " + each.agreement() + " begun " + each.at()
                                + ". It is under way, or its process died: then the next start says NOT_KNOWN of it."));
            }
            out.flush();
        }
    }
}
