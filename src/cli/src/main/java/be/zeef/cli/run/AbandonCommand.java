package be.zeef.cli.run;

import be.zeef.abandonment.AbandonDesk;
import be.zeef.app.AgreementAdmission;
import be.zeef.app.LedgerSeals;
import be.zeef.app.PinnedOfficers;
import be.zeef.cli.CommonOptions;
import be.zeef.cli.Signing;
import be.zeef.cli.argument.KeyOptions;
import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.AbandonText;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.ReportText;
import be.zeef.ledger.Written;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef abandon}: shows how an unfinished run stands; ends it, for one person or for two who sign the same. */
@Command(
        name = "abandon",
        description =
                "Shows how an unfinished sync stands; ends one that cannot go on: by --by while nothing of it was"
                        + " handed over, and after that by the keys of two different people, of whom the second may leave out why.",
        mixinStandardHelpOptions = true)
public final class AbandonCommand implements Callable<Integer> {

    private static final String COMMAND = "zeef abandon";

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id; or a benefit of it, as ID/BENEFIT.")
    private String agreement;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why it cannot go on; it stands in the ledger, so no person's data.")
    private Optional<String> reason = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "ID",
            description = "Who ends it, for the ledger. An account of this machine is nobody, so there is no default.")
    private Optional<String> clerk = Optional.empty();

    @Mixin
    private KeyOptions key;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        reason = reason.map(String::strip);
        require();
        Settings settings = common.settings(Map.of());
        Keys keys = Keys.in(settings.keys());
        AgreementAdmission admission = new AgreementAdmission(settings, () -> keys, common.clock());
        try (Storage storage = Storage.open(settings.database(), common.clock())) {
            AbandonDesk desk = new AbandonDesk(
                    storage.jdbi(), PinnedOfficers.withReleasers(settings, admission.people()), common.clock());
            if (clerk.isEmpty() && !key.isGiven()) {
                var open = desk.open(agreement);
                say(AbandonText.open(open), AbandonText.json(open));
                return 0;
            }
            AbandonDesk.Outcome outcome = clerk.isPresent()
                    ? desk.abandon(agreement, clerk.get(), reason.orElseThrow())
                    : desk.sign(
                            agreement,
                            reason,
                            Signing.of(spec, common, desk.statement(agreement, reason), key, "abandon this"));
            say(AbandonText.done(outcome), AbandonText.json(outcome));
            // what was done is done; that it could not be sealed is told, and the next command seals it
            ReportText.print(
                    LedgerSeals.sealer(settings, keys, storage.jdbi(), common.clock())
                            .seal()
                            .report(),
                    spec.commandLine().getErr());
            return 0;
        }
    }

    private void require() {
        Typed.require(
                reason.flatMap(why -> Written.faultOfReason(why, "--reason"))
                        .or(() -> clerk.flatMap(who -> Written.faultOfName(who, "--by")))
                        .or(() ->
                                clerk.flatMap(who -> reason.flatMap(why -> Written.faultOfBoth(who, why, "--reason")))),
                COMMAND);
        if (clerk.isPresent() && key.isGiven()) {
            throw new MisuseException(
                    "whoever signs is named by the key. Say --by while nothing was handed over, or --key after that.");
        }
        if (clerk.isPresent() && reason.isEmpty()) {
            throw new MisuseException("say why it is abandoned (--reason).");
        }
        if (reason.isPresent() && clerk.isEmpty() && !key.isGiven()) {
            throw new MisuseException("say who abandons it: --by ID, or --key FILE where something was handed over.");
        }
        if (key.isGiven()) {
            key.require();
        }
    }

    private void say(String text, Map<String, Object> json) {
        var out = spec.commandLine().getOut();
        out.println(common.json() ? Json.of(json) : text);
        out.flush();
    }
}
