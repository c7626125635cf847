package be.zeef.cli.ledger;

import be.zeef.agreement.Agreements;
import be.zeef.cli.CommonOptions;
import be.zeef.cli.ExitCode;
import be.zeef.cli.argument.InszArgument;
import be.zeef.cli.argument.Language;
import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.argument.NewFile;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.DossierJson;
import be.zeef.cli.text.Json;
import be.zeef.dossier.Dossier;
import be.zeef.dossier.DossierHtml;
import be.zeef.dossier.DossierText;
import be.zeef.dossier.Dossiers;
import be.zeef.print.Pdf;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.subject.DayRule;
import be.zeef.subject.Insz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef ledger subject}: all that was done about a person, for that person (GDPR art. 15). */
@Command(
        name = "subject",
        description =
                "Tells all that was done about a person, under every agreement; that is itself an entry, made first.",
        mixinStandardHelpOptions = true)
final class SubjectCommand implements Callable<Integer> {

    private static final String COMMAND = "zeef ledger subject";
    private static final String STANDARD_INPUT = "-";

    @Mixin
    private CommonOptions common;

    @Mixin
    private Language language;

    @Parameters(
            paramLabel = "-",
            description = "The person's number comes on standard input, which keeps it out of the shell's history.")
    private String insz;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Writes it there as a page that can be printed, and nothing to the terminal.")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--pdf", paramLabel = "FILE", description = "The same on paper, as a PDF with its font in it.")
    private Optional<Path> pdf = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "ID",
            required = true,
            description = "Who looks, for the ledger. An account of this machine is nobody, so there is no default.")
    private String clerk;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for the ledger.")
    private String reason;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!insz.equals(STANDARD_INPUT)) {
            throw new MisuseException(
                    "a number is not taken as an argument, where it stays in the shell's history. Give - and type it when the"
                            + " command waits.");
        }
        if (html.isPresent() && pdf.isPresent()) {
            throw new MisuseException(
                    "--html and --pdf do not go together, for each look is an entry of its own. Name one of them.");
        }
        Typed.require(Typed.faultOf(clerk, "--by", reason), COMMAND);
        Settings settings = common.settings(Map.of());
        DayRule days = new DayRule(settings.profile(), common.clock());
        Insz person = InszArgument.read(insz, days, days.today(), COMMAND, common.terminal());
        if (html.isPresent()) {
            write(html.get(), false, settings, person);
        } else if (pdf.isPresent()) {
            write(pdf.get(), true, settings, person);
        } else {
            print(gathered(settings, person));
        }
        return ExitCode.of(true);
    }

    private Dossier gathered(Settings settings, Insz person) {
        Keys keys = Keys.in(settings.keys());
        try (Storage storage = Storage.open(settings.database(), common.clock())) {
            Agreements agreements = new Agreements(settings.home().resolve("mappings"));
            return new Dossiers(storage, keys, agreements, common.clock()).of(person, clerk, reason.strip());
        }
    }

    private void print(Dossier dossier) {
        var out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.of(DossierJson.of(dossier)));
        } else {
            new DossierText(language.locale()).print(dossier, out);
        }
        out.flush();
    }

    private void write(Path file, boolean paper, Settings settings, Insz person) throws IOException {
        AtomicBoolean known = new AtomicBoolean();
        NewFile.write(file, () -> {
            Dossier dossier = gathered(settings, person);
            known.set(!dossier.isEmpty());
            String page = new DossierHtml(language.locale())
                    .page(dossier, common.clock().instant());
            return paper ? Pdf.of(page) : page.getBytes(StandardCharsets.UTF_8);
        });
        tell(known.get(), Typed.shown(file, "not repeated"));
    }

    private void tell(boolean known, String file) {
        var out = spec.commandLine().getOut();
        out.println(
                common.json()
                        ? Json.of(Map.of("file", file, "known", known))
                        : "Written: " + file + (known ? "" : " (nothing is known of this person)"));
        out.flush();
    }
}
