package be.zeef.cli;

import be.zeef.cli.argument.KeyOptions;
import be.zeef.security.PersonKey;
import be.zeef.trust.Statement;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Signs a statement with a person's own key. */
public final class Signing {

    private Signing() {}

    /** Shows what is signed before the key is opened; beside machine-readable output, on the other stream. */
    public static byte[] of(CommandSpec spec, CommonOptions common, Statement statement, KeyOptions key, String deed) {
        PrintWriter where =
                common.json() ? spec.commandLine().getErr() : spec.commandLine().getOut();
        where.println("You sign:");
        statement.text().lines().forEach(line -> where.println("    " + line));
        where.flush();
        try (PersonKey own = key.open(deed)) {
            return own.sign(statement.bytes());
        }
    }
}
