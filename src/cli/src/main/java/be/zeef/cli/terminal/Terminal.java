package be.zeef.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a command was typed at. A command asks it, and never the process that it runs in: that may be a service, which runs the commands of
 * several people at once.
 */
public interface Terminal {

    /** This process' own. */
    Terminal OWN = new OwnTerminal();

    /** Standard input. */
    InputStream in();

    /** Standard output. */
    PrintStream out();

    /** Standard error: what is done meanwhile, and what is wrong. */
    PrintStream err();

    /**
     * Asks somebody for a secret, which is not shown while it is typed.
     *
     * @return empty where nobody sits at it, or nothing was typed before its end
     */
    Optional<char[]> secret(String question);

    /** Whether somebody sits at it who could be asked. */
    boolean isInteractive();

    /** A variable of the environment, empty where it is not set. */
    Optional<String> variable(String name);

    /** Where relative paths begin. */
    Path folder();
}
