package be.zeef.cli;

import be.zeef.agreement.Agreements;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef agreement}: the life of an agreement. */
@Command(
        name = "agreement",
        description = "Makes an agreement, tells the version of one, or approves it.",
        mixinStandardHelpOptions = true,
        subcommands = {NewAgreementCommand.class, AgreementCommand.Hash.class, ApproveCommand.class})
final class AgreementCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 2;
    }

    /** {@code zeef agreement hash}: the version that the data-protection officers sign. */
    @Command(
            name = "hash",
            description = "Tells the version of an agreement: SHA-256 of its canonical JSON (RFC 8785).",
            mixinStandardHelpOptions = true)
    static final class Hash implements Callable<Integer> {

        @Mixin
        private CommonOptions common;

        @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id.")
        private String agreement;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            var mappings = common.settings(Map.of()).home().resolve("mappings");
            String version = new Agreements(mappings).load(agreement).version();
            spec.commandLine()
                    .getOut()
                    .println(common.json() ? Json.of(Map.of("agreement", agreement, "version", version)) : version);
            spec.commandLine().getOut().flush();
            return 0;
        }
    }
}
