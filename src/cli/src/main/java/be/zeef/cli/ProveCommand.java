package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Proofs;
import be.zeef.check.FileChecks;
import be.zeef.cli.text.ProofText;
import be.zeef.proof.Proof;
import be.zeef.proof.SignedProofs;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.sieve.RuleException;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef prove}: proves what an agreement promises by trying everything, or shows the smallest case in which it does not hold. */
@Command(
        name = "prove",
        description =
                "Proves that an agreement decides every case, refuses nobody in silence, asks for nothing it does not"
                        + " need and tells nothing but its flags; or shows the counter-example. The result is a signed certificate.",
        mixinStandardHelpOptions = true)
final class ProveCommand implements Callable<Integer> {

    private enum Language {
        nl,
        en,
        fr
    }

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "AGREEMENT", arity = "0..*", description = "Which agreements (default: all).")
    private List<String> agreements = List.of();

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "One of ${COMPLETION-CANDIDATES} (default: this machine's).")
    private Optional<Language> language = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Settings settings = common.settings(Map.of());
        Path mappings = settings.home().resolve("mappings");
        Agreements all = new Agreements(mappings);
        SignedProofs kept = Proofs.kept(settings, Keys.in(settings.keys()), common.clock());
        Locale locale = language.map(each -> Locale.forLanguageTag(each.name())).orElseGet(Locale::getDefault);
        ProofText text = new ProofText(spec.commandLine().getOut(), locale, common.json());
        List<Report> reports = new ArrayList<>();
        for (String id : agreements.isEmpty() ? all.ids() : agreements) {
            reports.add(prove(id, all, mappings, kept, text));
        }
        text.end();
        return ExitCode.of(reports);
    }

    private static Report prove(String id, Agreements all, Path mappings, SignedProofs kept, ProofText text)
            throws IOException {
        Findings findings = new Findings();
        try {
            Agreement agreement = all.load(id.replaceFirst("/.*", ""));
            Proof proof = Proofs.of(agreement, mappings);
            kept.keep(proof);
            text.print(proof, kept);
            proof.results().forEach(result -> result.findings().forEach(findings::add));
            return findings.report(id);
        } catch (RuleException e) {
            findings.add(FileChecks.rule(id, e));
            text.print(findings.report(id));
            return findings.report(id);
        } catch (InvalidMessageException e) {
            text.print(e.report());
            return e.report();
        }
    }
}
