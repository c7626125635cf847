package be.zeef.cli;

import be.zeef.agreement.Agreements;
import be.zeef.agreement.Manifest;
import be.zeef.cli.agreement.ActCommand;
import be.zeef.cli.agreement.DiffCommand;
import be.zeef.cli.agreement.ListAgreementsCommand;
import be.zeef.cli.text.Json;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef agreement}: the life of an agreement. */
@Command(
        name = "agreement",
        description =
                "Makes an agreement, shows what one does, tells its version, compares two, tells how each stands, or approves, suspends, resumes or revokes one.",
        mixinStandardHelpOptions = true,
        subcommands = {
            NewAgreementCommand.class,
            ShowAgreementCommand.class,
            AgreementCommand.Hash.class,
            DiffCommand.class,
            ApproveCommand.class,
            ListAgreementsCommand.class,
            ActCommand.Suspend.class,
            ActCommand.Resume.class,
            ActCommand.Revoke.class
        })
final class AgreementCommand {

    /** {@code zeef agreement hash}: the version, and the manifest that the data-protection officers sign. */
    @Command(
            name = "hash",
            description =
                    "Tells the version of an agreement: SHA-256 of its manifest, which lists every file that decides.",
            mixinStandardHelpOptions = true)
    static final class Hash implements Callable<Integer> {

        @Mixin
        private CommonOptions common;

        @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id.")
        private String agreement;

        @Option(
                names = "--manifest",
                description = "Print the manifest: what both data-protection officers sign, to the byte.")
        private boolean whole;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Agreements all = new Agreements(common.settings(Map.of()).home().resolve("mappings"));
            Manifest manifest = all.manifest(all.load(agreement));
            PrintWriter out = spec.commandLine().getOut();
            if (common.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("agreement", agreement);
                json.put("version", manifest.version());
                if (whole) {
                    json.put("files", manifest.files());
                }
                out.println(Json.of(json));
            } else if (whole) {
                out.print(manifest.text());
            } else {
                out.println(manifest.version());
            }
            out.flush();
            return 0;
        }
    }
}
