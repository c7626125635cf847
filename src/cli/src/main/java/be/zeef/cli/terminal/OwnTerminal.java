package be.zeef.cli.terminal;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** The terminal of this process. */
final class OwnTerminal implements Terminal {

    @Override
    public InputStream in() {
        return System.in;
    }

    @Override
    public PrintStream out() {
        return System.out;
    }

    @Override
    public PrintStream err() {
        return System.err;
    }

    @Override
    public Optional<char[]> secret(String question) {
        Console console = System.console();
        return console == null ? Optional.empty() : Optional.ofNullable(console.readPassword("%s", question));
    }

    @Override
    public boolean isInteractive() {
        return System.console() != null;
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    @Override
    public Path folder() {
        return Path.of("");
    }
}
