package be.zeef.cli.agreement;

import be.zeef.agreement.Agreements;
import be.zeef.app.AgreementAdmission;
import be.zeef.app.LedgerSeals;
import be.zeef.app.PinnedOfficers;
import be.zeef.cli.CommonOptions;
import be.zeef.cli.Signing;
import be.zeef.cli.argument.KeyOptions;
import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.ReportText;
import be.zeef.ledger.Written;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.standing.Act;
import be.zeef.standing.ActDesk;
import be.zeef.storage.Storage;
import be.zeef.validation.Report;
import java.util.LinkedHashMap;
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

/** What a data-protection officer does to a version of an agreement by signature: {@code zeef agreement suspend}, {@code resume} and {@code revoke}. */
public abstract class ActCommand implements Callable<Integer> {

    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{64}");

    private final Act act;
    private final String done;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id.")
    private String agreement;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; it is signed and stands in the ledger, so no person's data.")
    private String reason;

    @Option(
            names = "--of-version",
            paramLabel = "HASH",
            description = "Which version, as 'zeef agreement hash' told it (default: the one that lies here now).")
    private Optional<String> version = Optional.empty();

    @Mixin
    private KeyOptions key;

    @Spec
    private CommandSpec spec;

    private ActCommand(Act act, String done) {
        this.act = act;
        this.done = done;
    }

    /** {@code zeef agreement suspend}. */
    @Command(
            name = "suspend",
            description =
                    "Stops everything under a version until it is resumed; signed by one of its data-protection officers.",
            mixinStandardHelpOptions = true)
    public static final class Suspend extends ActCommand {
        Suspend() {
            super(Act.SUSPEND, "suspended");
        }
    }

    /** {@code zeef agreement resume}. */
    @Command(
            name = "resume",
            description = "Lets a suspended version go on; signed by one of its data-protection officers.",
            mixinStandardHelpOptions = true)
    public static final class Resume extends ActCommand {
        Resume() {
            super(Act.RESUME, "resumed");
        }
    }

    /** {@code zeef agreement revoke}. */
    @Command(
            name = "revoke",
            description = "Stops everything under a version for good; signed by one of its data-protection officers.",
            mixinStandardHelpOptions = true)
    public static final class Revoke extends ActCommand {
        Revoke() {
            super(Act.REVOKE, "revoked");
        }
    }

    @Override
    public Integer call() {
        Typed.require(Written.faultOfReason(reason.strip(), "--reason"), "zeef agreement " + act.word());
        key.require();
        version.filter(named -> !VERSION.matcher(named).matches()).ifPresent(named -> {
            throw new MisuseException(
                    "--of-version takes the 64 signs (0-9, a-f) that 'zeef agreement hash AGREEMENT' prints."
                            + " Copy them whole.");
        });
        Settings settings = common.settings(Map.of());
        String lying = new Agreements(settings.home().resolve("mappings"))
                .load(agreement)
                .version();
        ActDesk.Wish wish = new ActDesk.Wish(agreement, act, version.orElse(lying), reason.strip());
        Keys keys = Keys.in(settings.keys());
        AgreementAdmission admission = new AgreementAdmission(settings, () -> keys, common.clock());
        try (Storage storage = Storage.open(settings.database(), common.clock())) {
            ActDesk desk = new ActDesk(storage.jdbi(), PinnedOfficers.of(settings, admission.people()), common.clock());
            byte[] signature = Signing.of(spec, common, desk.statement(wish), key, act.word() + " this");
            say(wish, desk.act(wish, signature));
            // what was done is done; that it could not be sealed is told, and the next command seals it
            Report seal = LedgerSeals.sealer(settings, keys, storage.jdbi(), common.clock())
                    .seal()
                    .report();
            ReportText.print(seal, spec.commandLine().getErr());
        }
        return 0;
    }

    private void say(ActDesk.Wish wish, String officer) {
        var out = spec.commandLine().getOut();
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("agreement", agreement);
            json.put("act", act.word());
            json.put("version", wish.version());
            json.put("by", officer);
            out.println(Json.of(json));
        } else {
            out.println(done + " by " + officer + "  " + agreement + "  " + wish.version());
        }
        out.flush();
    }
}
