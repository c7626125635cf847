package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Approvals;
import be.zeef.app.AgreementAdmission;
import be.zeef.cli.argument.KeyOptions;
import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.argument.SharedFile;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.Json;
import be.zeef.security.Keys;
import be.zeef.security.PersonKey;
import be.zeef.settings.Settings;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

/** {@code zeef agreement approve}: a data-protection officer signs what would run, with a key that is his alone. */
@Command(
        name = "approve",
        description = "Signs this version as one of the two data-protection officers.",
        mixinStandardHelpOptions = true)
final class ApproveCommand implements Callable<Integer> {

    private static final Pattern VERSION = Pattern.compile("[0-9a-fA-F]{64}");

    /** For whom one signs. */
    enum Side {
        SENDER,
        RECIPIENT
    }

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id.")
    private String agreement;

    @Option(
            names = "--as",
            required = true,
            paramLabel = "SIDE",
            description = "For which side you sign: sender or recipient.")
    private Side side;

    @Mixin
    private KeyOptions key;

    @Option(
            names = "--signed",
            paramLabel = "FILE",
            description =
                    "Instead of --key or --token: an approval that was signed elsewhere (CMS, DER, content inside).")
    private Optional<Path> signed = Optional.empty();

    @Option(
            names = "--version-read",
            paramLabel = "HASH",
            description =
                    "The version that you have read: the 64 signs that 'zeef agreement hash AGREEMENT' printed then."
                            + " If anything was edited since, nothing is signed. Without this you sign what lies there now.")
    private Optional<String> versionRead = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to (default: beside the agreement).")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        requireWhole();
        Settings settings = common.settings(Map.of());
        Agreements agreements = new Agreements(settings.home().resolve("mappings"));
        Agreement loaded = agreements.load(agreement);
        versionRead
                .filter(read -> !read.strip().equalsIgnoreCase(loaded.version()))
                .ifPresent(read -> refuse(List.of(Finding.error("agreement.version-read", Location.WHOLE, agreement))));
        byte[] message = signed.isPresent()
                ? Files.readAllBytes(Typed.readable(signed.get(), "--signed"))
                : sign(agreements, loaded);
        boolean known = !settings.trust().fingerprint().isBlank();
        if (known) {
            AgreementAdmission admission =
                    new AgreementAdmission(settings, () -> Keys.in(settings.keys()), common.clock());
            refuse(admission.approvals().faults(loaded, name(), message));
        }
        Path file = out.orElse(Approvals.file(agreements, loaded.id(), name()));
        SharedFile.write(file, message, "--out");
        say(loaded, file, known);
        return 0;
    }

    private void requireWhole() {
        if (key.isGiven() == signed.isPresent()) {
            throw new MisuseException(
                    "say what approves it, one of two: --key FILE or --token CONFIG to sign now with your own key, or"
                            + " --signed FILE for an approval that was signed elsewhere.");
        }
        if (versionRead.filter(read -> !VERSION.matcher(read.strip()).matches()).isPresent()) {
            throw new MisuseException(
                    "--version-read takes the version that you have read: the 64 signs (0-9, a-f) that"
                            + " 'zeef agreement hash AGREEMENT' prints. Copy them whole.");
        }
    }

    private byte[] sign(Agreements agreements, Agreement loaded) {
        try (PersonKey own = key.open("approve " + agreement)) {
            return own.signInside(agreements.manifest(loaded).text().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void refuse(List<Finding> faults) {
        Findings findings = new Findings();
        faults.forEach(findings::add);
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(agreement));
        }
    }

    private String name() {
        return side.name().toLowerCase(Locale.ROOT);
    }

    private void say(Agreement loaded, Path file, boolean known) {
        var text = spec.commandLine().getOut();
        if (common.json()) {
            text.println(Json.of(Map.of(
                    "agreement", agreement,
                    "as", name(),
                    "version", loaded.version(),
                    "file", file.toString(),
                    "trusted", known)));
        } else {
            text.println("approved  " + agreement + " as " + name() + "  " + loaded.version());
            text.println("written   " + file);
            if (!known) {
                text.println("Whether your signature counts was not looked at: no --trust-fingerprint was named.");
            }
        }
        text.flush();
    }
}
