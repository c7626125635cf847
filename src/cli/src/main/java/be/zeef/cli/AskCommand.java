package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.cli.argument.InszArgument;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.RefusedText;
import be.zeef.grant.GrantDesk;
import be.zeef.ledger.Written;
import be.zeef.plan.Plans;
import be.zeef.question.Answer;
import be.zeef.settings.Settings;
import be.zeef.subject.DayRule;
import be.zeef.subject.Insz;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef ask}: one question about one person, one line: yes, no or not-decidable, and until when a yes holds. */
@Command(
        name = "ask",
        description = "Asks one question about one person: yes, no or not-decidable.",
        mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {

    private static final Pattern CARD = Pattern.compile("[0-9]{13}");

    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "AGREEMENT", description = "The agreement's id.")
    private String agreement;

    @Parameters(
            index = "1",
            paramLabel = "INSZ",
            description =
                    "Eleven digits; - reads them from standard input, which keeps them out of the shell's history.")
    private String insz;

    @Option(names = "--on", paramLabel = "DATE", description = "The day it is asked for (default: today).")
    private Optional<LocalDate> on = Optional.empty();

    @Option(
            names = "--clerk",
            required = true,
            paramLabel = "ID",
            description = "Who asks, for the ledger. An account of this machine is nobody, so there is no default.")
    private String clerk;

    @Option(names = "--grant", description = "Where the answer is yes, grant it at the recipient at once.")
    private boolean grant;

    @Option(names = "--card", paramLabel = "NUMBER", description = "With --grant: the new card that is handed out.")
    private String card = "";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Typed.require(Written.faultOfName(clerk, "--clerk").or(this::faultOfCard), "zeef ask");
        Settings settings = common.settings(Map.of());
        Agreement loaded = new Agreements(settings.home().resolve("mappings")).load(agreement);
        DayRule days = new DayRule(settings.profile(), common.clock());
        LocalDate day = on.orElseGet(days::today);
        Typed.require(grant ? days.faultOfGrant(day, "--on") : days.fault(day, "--on"), "zeef ask");
        Plans.question(loaded, day);
        if (grant) {
            Plans.granting(loaded, day);
        }
        Insz person = InszArgument.read(insz, days, day, "zeef ask", common.terminal());
        try (Workshop.FarEnds sandbox = Workshop.farEnds(settings);
                Gateway gateway = new Gateway(common.settings(sandbox.overrides()), common.clock(), loaded)) {
            return grant
                    ? tell(gateway.desks().grant(loaded, day).grant(person, day, clerk, card))
                    : tell(gateway.desks().question(loaded, day).ask(person, day, clerk));
        }
    }

    private Optional<Finding> faultOfCard() {
        return card.isEmpty() || CARD.matcher(card).matches()
                ? Optional.empty()
                : Optional.of(Finding.fatal("counter.card", Location.path("--card")));
    }

    private int tell(GrantDesk.Outcome outcome) {
        if (!common.json()) {
            tell(outcome.answer());
            spec.commandLine().getOut().println((outcome.result().word() + " " + outcome.code()).strip());
        } else {
            Map<String, Object> all = new LinkedHashMap<>(json(outcome.answer()));
            all.put("grant", outcome.result().word());
            all.put("code", outcome.code());
            if (outcome.result() == GrantDesk.Result.OUR_FAULT) {
                String text = RefusedText.ofTheRecipient(agreement);
                all.put("findings", List.of(Json.told("error", "grant.recipient-refuses", text)));
            }
            spec.commandLine().getOut().println(Json.of(all));
        }
        spec.commandLine().getOut().flush();
        if (outcome.result() == GrantDesk.Result.OUR_FAULT) {
            spec.commandLine().getErr().println(RefusedText.ofTheRecipient(agreement));
        }
        boolean done = outcome.result() == GrantDesk.Result.GRANTED || outcome.result() == GrantDesk.Result.ALREADY;
        return done || outcome.answer().verdict() == Answer.Verdict.NO ? 0 : 1;
    }

    private static Map<String, Object> json(Answer answer) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("answer", answer.verdict().word());
        all.put("until", answer.until().map(LocalDate::toString).orElse(null));
        if (answer.objected()) {
            all.put("objected", true);
        }
        if (answer.verdict() == Answer.Verdict.NOT_DECIDABLE) {
            all.put("findings", List.of(Json.told("error", "question.not-decidable", why(answer))));
        }
        return all;
    }

    private int tell(Answer answer) {
        String until = answer.until().map(LocalDate::toString).orElse("");
        if (common.json()) {
            spec.commandLine().getOut().println(Json.of(json(answer)));
        } else {
            spec.commandLine().getOut().println((answer.verdict().word() + " " + until).strip());
        }
        spec.commandLine().getOut().flush();
        if (answer.verdict() == Answer.Verdict.NOT_DECIDABLE) {
            spec.commandLine().getErr().println(why(answer));
            return 1;
        }
        return 0;
    }

    private static String why(Answer answer) {
        if (answer.objected()) {
            return RefusedText.OF_AN_OBJECTOR;
        }
        return answer.refused()
                ? RefusedText.OF_A_SOURCE + " It is not a no: ask for a proof."
                : "A source did not answer, so nobody can say now. It is not a no: ask again later, or for a proof.";
    }
}
