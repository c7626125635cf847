package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.GrantDatabase;
import be.zeef.cli.argument.InszArgument;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.Json;
import be.zeef.grant.HandGrants;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.Plans;
import be.zeef.plan.SyncPlan;
import be.zeef.settings.Settings;
import be.zeef.subject.DayRule;
import be.zeef.subject.Insz;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef grant}: a clerk enters what a proof shows; it goes out with the agreement's next delivery. */
@Command(
        name = "grant",
        description = "Enters a grant on a proof, where the agreement allows that; it goes out with the next delivery.",
        mixinStandardHelpOptions = true)
final class GrantCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(
            index = "0",
            paramLabel = "AGREEMENT",
            description = "The agreement's id; or a benefit of it, as ID/BENEFIT.")
    private String agreement;

    @Parameters(
            index = "1",
            paramLabel = "INSZ",
            description =
                    "Eleven digits; - reads them from standard input, which keeps them out of the shell's history.")
    private String insz;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Which proof was shown.")
    private String reason;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "ID",
            description =
                    "Who enters it, for the ledger. An account of this machine is nobody, so there is no default.")
    private String clerk;

    @Option(names = "--on", paramLabel = "DATE", description = "First day of the grant (default: today).")
    private Optional<LocalDate> on = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Typed.require(Typed.faultOf(clerk, "--by", reason), "zeef grant");
        Settings settings = common.settings(Map.of());
        Agreement loaded = new Agreements(settings.home().resolve("mappings")).load(agreement);
        DayRule days = new DayRule(settings.profile(), common.clock());
        LocalDate first = on.orElseGet(days::today);
        Typed.require(days.fault(first, "--on"), "zeef grant");
        SyncPlan plan = from(first, Plans.ofClerk(loaded, first));
        Insz person = InszArgument.read(insz, days, first, "zeef grant", common.terminal());
        try (GrantDatabase grants = new GrantDatabase(settings, loaded, common.clock())) {
            HandGrants.Result result = grants.grants().grant(plan, person, value(plan), clerk, reason);
            spec.commandLine().getOut().println(tell(result, plan));
            spec.commandLine().getOut().flush();
            return 0;
        }
    }

    /** An addition holds from the day it is entered for, until the end of what the others have. */
    private static SyncPlan from(LocalDate on, SyncPlan plan) {
        GrantPeriod period = plan.granted().period();
        LocalDate first = on.isAfter(period.from()) ? on : period.from();
        return plan.granting(new GrantPeriod(period.year(), first, period.until()));
    }

    /** What a proof can show: where an agreement has several values none of them is for a clerk to choose. */
    private String value(SyncPlan plan) {
        if (plan.granted().values().size() > 1) {
            Finding fault = Finding.fatal("agreement.not-by-hand", Location.path("/grants"), agreement);
            Typed.require(Optional.of(fault), agreement);
        }
        return plan.granted().values().stream().findFirst().orElse("");
    }

    private String tell(HandGrants.Result result, SyncPlan plan) {
        String period = plan.granted().period().from() + " until "
                + plan.granted().period().until();
        if (common.json()) {
            return Json.of(Map.of(
                    "agreement", agreement,
                    "result", result.name().toLowerCase(java.util.Locale.ROOT),
                    "from", plan.granted().period().from().toString(),
                    "until", plan.granted().period().until().toString()));
        }
        return result == HandGrants.Result.GRANTED
                ? "granted from " + period + "; it goes out with the next delivery (zeef sync " + agreement + ")"
                : "already granted for this period; nothing was changed";
    }
}
