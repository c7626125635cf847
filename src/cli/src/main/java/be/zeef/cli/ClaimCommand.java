package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.GrantDatabase;
import be.zeef.claim.Amount;
import be.zeef.claim.Claim;
import be.zeef.claim.ClaimAnswer;
import be.zeef.claim.ClaimBook;
import be.zeef.cli.argument.InszArgument;
import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.ClaimText;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.RefusedText;
import be.zeef.ledger.Written;
import be.zeef.settings.Settings;
import be.zeef.subject.DayRule;
import be.zeef.subject.Insz;
import be.zeef.subject.Today;
import java.io.IOException;
import java.io.PrintWriter;
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

/** {@code zeef claim}: a clerk enters what a family asks for, sees what was claimed, or withdraws a claim. */
@Command(
        name = "claim",
        description = "Enters a claim: yes with what is left of the year's ceiling, no, nothing-left or not-decidable.",
        mixinStandardHelpOptions = true)
final class ClaimCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @ArgGroup(exclusive = false)
    private Entered entered;

    @Spec
    private CommandSpec spec;

    /** What a claim has. */
    static final class Entered {

        @Parameters(index = "0", paramLabel = "AGREEMENT", description = "The agreement's id.")
        private String agreement;

        @Parameters(
                index = "1",
                paramLabel = "INSZ",
                description =
                        "Of the child: eleven digits; - reads them from standard input, which keeps them out of the shell's history.")
        private String insz;

        @Option(names = "--amount", required = true, paramLabel = "EURO", description = "Such as 85,00 or 85.00.")
        private String amount;

        @Option(
                names = "--association",
                required = true,
                paramLabel = "KEY",
                description = "Whom it is paid to, as the register calls it.")
        private String association;

        @Option(
                names = "--year",
                required = true,
                paramLabel = "YEAR",
                description = "The year it is for: of a working year, the one in which it begins.")
        private int year;

        @Option(
                names = "--reference",
                required = true,
                paramLabel = "R",
                description = "Number of the form. The same one is the same claim, which is granted once.")
        private String reference;

        @Option(
                names = "--clerk",
                required = true,
                paramLabel = "ID",
                description =
                        "Who enters it, for the ledger. An account of this machine is nobody, so there is no default.")
        private String clerk;

        @Option(names = "--on", paramLabel = "DATE", description = "The day of the claim (default: today).")
        private Optional<LocalDate> on = Optional.empty();
    }

    @Override
    public Integer call() throws IOException {
        if (entered == null) {
            throw new MisuseException("say what is claimed: zeef claim AGREEMENT INSZ --amount EURO --association KEY"
                    + " --year YEAR --reference R --clerk ID");
        }
        Typed.require(
                Amount.fault(entered.amount, "--amount")
                        .or(() -> Written.faultOfReference(entered.reference, "--reference"))
                        .or(() -> Written.faultOfName(entered.clerk, "--clerk"))
                        .or(() -> Written.faultOfBoth(entered.clerk, entered.reference, "--reference")),
                "zeef claim");
        Settings settings = common.settings(Map.of());
        Agreement loaded = loaded(settings, entered.agreement);
        DayRule days = new DayRule(settings.profile(), common.clock());
        LocalDate day = entered.on.orElseGet(days::today);
        Typed.require(days.faultOfGrant(day, "--on"), "zeef claim");
        Insz child = InszArgument.read(entered.insz, days, day, "zeef claim", common.terminal());
        Claim claim = new Claim(
                child,
                Amount.cents(entered.amount),
                entered.association,
                entered.year,
                entered.reference,
                entered.clerk);
        try (Workshop.FarEnds sandbox = Workshop.farEnds(settings);
                Gateway gateway = new Gateway(common.settings(sandbox.overrides()), common.clock(), loaded)) {
            ClaimAnswer answer = gateway.desks().claims(loaded, day).claim(claim, day);
            if (common.json()) {
                Map<String, Object> json = new LinkedHashMap<>(ClaimText.json(answer));
                if (answer.verdict() == ClaimAnswer.Verdict.NOT_DECIDABLE) {
                    json.put("findings", List.of(Json.told("error", "question.not-decidable", why(answer))));
                }
                out().println(Json.of(json));
            } else {
                out().println(ClaimText.of(answer));
            }
            out().flush();
            return tell(answer);
        }
    }

    private int tell(ClaimAnswer answer) {
        if (answer.verdict() == ClaimAnswer.Verdict.NOT_DECIDABLE) {
            spec.commandLine().getErr().println(why(answer));
            return 1;
        }
        return 0;
    }

    private static String why(ClaimAnswer answer) {
        if (answer.objected()) {
            return RefusedText.OF_AN_OBJECTOR;
        }
        return answer.refused()
                ? RefusedText.OF_A_SOURCE + " It is not a no, and nothing was used up: ask for a proof, or enter the"
                        + " same claim again when it is mended."
                : "A source did not answer, so nobody can say now. It is not a no, and nothing was used up:"
                        + " enter the same claim again later, or ask for a proof.";
    }

    /** {@code zeef claim list}: what was claimed in a year, by the clerks' references. */
    @Command(
            name = "list",
            description = "What was claimed for a year, the newest first.",
            mixinStandardHelpOptions = true)
    int list(
            @Mixin CommonOptions shared,
            @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id.") String agreement,
            @Option(names = "--year", paramLabel = "YEAR", description = "Which year (default: that of today).")
                    Optional<Integer> year) {
        Settings settings = shared.settings(Map.of());
        try (GrantDatabase database = new GrantDatabase(settings, loaded(settings, agreement), shared.clock())) {
            ClaimBook book = database.claims();
            List<ClaimBook.Shown> claims = year.map(book::list).orElseGet(() -> book.list(Today.by(shared.clock())));
            if (shared.json()) {
                out().println(Json.of(
                        Map.of("claims", claims.stream().map(ClaimText::json).toList())));
            } else {
                ClaimText.list(claims, out());
            }
            out().flush();
            return 0;
        }
    }

    /** {@code zeef claim withdraw}: takes a claim back while nothing of it can have been paid. */
    @Command(
            name = "withdraw",
            description = "Withdraws a claim that was not paid; its amount is free again.",
            mixinStandardHelpOptions = true)
    int withdraw(
            @Mixin CommonOptions shared,
            @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id.") String agreement,
            @Option(names = "--reference", required = true, paramLabel = "R", description = "Of the claim.")
                    String reference,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the ledger.")
                    String reason,
            @Option(
                            names = "--clerk",
                            required = true,
                            paramLabel = "ID",
                            description =
                                    "Who does it, for the ledger. An account of this machine is nobody, so there is no default.")
                    String clerk) {
        Typed.require(
                Written.faultOfReference(reference, "--reference").or(() -> Typed.faultOf(clerk, "--clerk", reason)),
                "zeef claim withdraw");
        Settings settings = shared.settings(Map.of());
        try (GrantDatabase database = new GrantDatabase(settings, loaded(settings, agreement), shared.clock())) {
            long freed = database.claims().withdraw(reference, clerk, reason);
            out().println(
                            shared.json()
                                    ? Json.of(Map.of("reference", reference, "freed", Amount.euro(freed)))
                                    : "withdrawn; " + Amount.euro(freed) + " is free again");
            out().flush();
            return 0;
        }
    }

    private static Agreement loaded(Settings settings, String agreement) {
        return new Agreements(settings.home().resolve("mappings")).load(agreement);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
