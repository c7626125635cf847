package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.GrantDatabase;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.Count;
import be.zeef.cli.text.Json;
import be.zeef.grant.OpenGrants;
import be.zeef.grant.OpenPeriod;
import be.zeef.ledger.Ledger;
import be.zeef.payment.PaymentRefusedException;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.subject.Today;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef open}: what is granted and not settled with the recipient; closes what ended that way. */
@Command(
        name = "open",
        description = "Shows what is granted and not delivered, by the last day of its period; closes what has ended.",
        mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id; or a benefit of it, as ID/BENEFIT.")
    private String agreement;

    @ArgGroup(exclusive = false)
    private Closing named;

    @Spec
    private CommandSpec spec;

    /** What a person decided about a period that is over. */
    static final class Closing {

        @Option(
                names = "--close",
                paramLabel = "DATE",
                required = true,
                description = "Close what ended on this day: no run delivers or tells it any more.")
        private LocalDate until;

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for the ledger.")
        private String reason;

        @Option(
                names = "--by",
                paramLabel = "ID",
                required = true,
                description =
                        "Who decided it, for the ledger. An account of this machine is nobody, so there is no default.")
        private String clerk;
    }

    @Override
    public Integer call() {
        Optional<Closing> closing = Optional.ofNullable(named);
        Typed.require(closing.flatMap(wanted -> Typed.faultOf(wanted.clerk, "--by", wanted.reason)), "zeef open");
        Settings settings = common.settings(Map.of());
        Path mappings = settings.home().resolve("mappings");
        Agreement loaded = new Agreements(mappings).load(agreement);
        if (loaded.payment().isPresent()) {
            throw new PaymentRefusedException(
                    agreement + " pays: what is open stands with its payment files. See: zeef payment list");
        }
        return closing.map(wanted -> close(settings, loaded, wanted)).orElseGet(() -> list(settings, loaded));
    }

    /** It decides that nothing more is delivered, so the agreement must be one that may be used. */
    private int close(Settings settings, Agreement loaded, Closing wanted) {
        long closed;
        try (GrantDatabase database = new GrantDatabase(settings, loaded, common.clock())) {
            closed = database.open().close(wanted.until, Today.by(common.clock()), wanted.clerk, wanted.reason);
        }
        out().println(
                        common.json()
                                ? Json.of(Map.of("agreement", agreement, "closed", closed))
                                : Count.of(closed, "grant", "grants") + " that ended on " + wanted.until
                                        + (closed == 1 ? " was" : " were") + " closed");
        out().flush();
        return ExitCode.of(closed > 0);
    }

    /** To look is always possible: what is open is told whoever may use the agreement by now. */
    private int list(Settings settings, Agreement loaded) {
        LocalDate today = Today.by(common.clock());
        List<OpenPeriod> periods;
        try (Storage storage = Storage.open(settings.database(), common.clock())) {
            periods = new OpenGrants(
                            storage.jdbi(),
                            new Ledger(storage.jdbi(), common.clock()),
                            loaded.benefit().id())
                    .periods();
        }
        if (common.json()) {
            out().println(Json.of(Map.of(
                    "agreement",
                    agreement,
                    "open",
                    periods.stream().map(OpenCommand::json).toList())));
        } else if (periods.isEmpty()) {
            out().println("Nothing is open: all that " + agreement + " granted is settled with its recipient.");
        } else {
            periods.forEach(period -> out().println(text(period, today)));
        }
        out().flush();
        return 0;
    }

    private static String text(OpenPeriod period, LocalDate today) {
        String ended = period.until().isBefore(today) ? " (ended)" : "";
        String better = period.improvements() > 0 ? "; a better value waits for " + period.improvements() : "";
        return "until " + period.until() + ended + ": " + period.grants() + " open, " + period.undelivered()
                + " in no delivery, " + period.refused() + " refused, " + period.unsent() + " not sent, "
                + period.unanswered() + " without an answer" + better;
    }

    private static Map<String, Object> json(OpenPeriod period) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("until", period.until().toString());
        json.put("undelivered", period.undelivered());
        json.put("refused", period.refused());
        json.put("unsent", period.unsent());
        json.put("unanswered", period.unanswered());
        json.put("improvements", period.improvements());
        return json;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
