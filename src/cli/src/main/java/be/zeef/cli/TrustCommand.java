package be.zeef.cli;

import be.zeef.app.AgreementAdmission;
import be.zeef.cli.argument.KeyOptions;
import be.zeef.cli.argument.SharedFile;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.ReportText;
import be.zeef.cli.text.TrustShown;
import be.zeef.security.Fingerprint;
import be.zeef.security.KeyException;
import be.zeef.security.Keys;
import be.zeef.security.PersonKey;
import be.zeef.settings.Settings;
import be.zeef.trust.TrustFile;
import be.zeef.trust.TrustedPeople;
import be.zeef.validation.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef trust}: whom this installation trusts, and who says so. */
@Command(
        name = "trust",
        description = "The signed file that names people and their certificates.",
        mixinStandardHelpOptions = true)
final class TrustCommand {

    @Spec
    private CommandSpec spec;

    /** {@code zeef trust make}: signs a text; certificates may stand in it by the names of files beside it. */
    @Command(
            name = "make",
            description = "Signs the text of a trust file; certificates it names by file are put into it.",
            mixinStandardHelpOptions = true)
    int make(
            @Mixin CommonOptions common,
            @Mixin KeyOptions key,
            @Parameters(paramLabel = "TEXT", description = "YAML: docs/approve-an-agreement.md shows one.") Path text,
            @Option(names = "--out", paramLabel = "FILE", defaultValue = "trust.p7s") Path out)
            throws IOException {
        byte[] content = Files.readAllBytes(Typed.readable(text, "TEXT"));
        Fingerprint fingerprint;
        try (PersonKey signer = key.open("sign the trust file")) {
            SharedFile.write(
                    out, TrustFile.make(text, content, certificate -> pem(text, certificate), signer), "--out");
            fingerprint = Fingerprint.of(signer.certificate());
        }
        if (common.json()) {
            out().println(Json.of(Map.of("file", out.toString(), "fingerprint", fingerprint.hex())));
        } else {
            out().println("written      " + out);
            out().println("fingerprint  " + fingerprint);
            out().println("Tell the operator this fingerprint in person; he names it at start (--trust-fingerprint).");
        }
        out().flush();
        return 0;
    }

    /** {@code zeef trust show}: who is named, and whether it holds under the fingerprint that was named. */
    @Command(
            name = "show",
            description = "Tells who is named in it, and whether it holds.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin CommonOptions common,
            @Parameters(paramLabel = "FILE", arity = "0..1", description = "Default: trust.file of the settings.")
                    Optional<Path> file)
            throws IOException {
        file.ifPresent(named -> Typed.readable(named, "FILE"));
        Settings settings =
                common.settings(file.<Map<String, ?>>map(chosen -> Map.of("trust", Map.of("file", chosen.toString())))
                        .orElse(Map.of()));
        TrustedPeople people = AgreementAdmission.people(settings, () -> Keys.in(settings.keys()), common.clock());
        Report report = people.report();
        if (common.json()) {
            out().println(Json.of(Json.of(report)));
        } else {
            ReportText.print(report, out());
            if (report.acceptable()) {
                TrustShown.print(people.trust(), out());
            } else if (Files.isRegularFile(settings.trust().file())) {
                TrustFile.claimed(Files.readAllBytes(settings.trust().file()))
                        .forEach(claimed -> out().println("claims to be signed by " + claimed
                                + ": hold that against what its signer told you in person"));
            }
        }
        out().flush();
        return ExitCode.of(report);
    }

    private static String pem(Path text, String certificate) {
        if (certificate.contains("-----BEGIN CERTIFICATE-----")) {
            return certificate;
        }
        try {
            return Files.readString(text.resolveSibling(certificate.strip()));
        } catch (IOException | UncheckedIOException | java.nio.file.InvalidPathException e) {
            throw new KeyException("A certificate that the text names by file cannot be read. Name a PEM file that lies"
                    + " beside the text.");
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
