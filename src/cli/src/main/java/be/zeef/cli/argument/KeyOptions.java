package be.zeef.cli.argument;

import be.zeef.cli.terminal.Terminal;
import be.zeef.security.PersonKey;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * A person's own key on the command line. Its password or PIN is never an argument, which every user of a machine can read: it is asked at
 * the terminal, unless a file or the environment holds it.
 */
public final class KeyOptions {

    /** Of the environment. */
    public static final String VARIABLE = "ZEEF_RELEASE_PASSWORD";

    @Option(names = "--key", paramLabel = "FILE", description = "Your own key: a PKCS#12 file.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--token",
            paramLabel = "CONFIG",
            description =
                    "Your own key on a PKCS#11 token: the file that tells Java of its library (name = ..., library = ...).")
    private Optional<Path> token = Optional.empty();

    @Option(names = "--alias", paramLabel = "NAME", description = "Which key, where there are several.")
    private Optional<String> alias = Optional.empty();

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Its password or PIN, in a file that only you can read (default: " + VARIABLE
                    + " from the environment, else asked at the terminal).")
    private Optional<Path> passwordFile = Optional.empty();

    private final Terminal terminal;

    /** @param terminal where a password is asked */
    public KeyOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Whether one was named. */
    public boolean isGiven() {
        return file.isPresent() || token.isPresent();
    }

    /**
     * For who must begin nothing without a key.
     *
     * @throws MisuseException when none is named, or two are, or it is not there
     */
    public void require() {
        if (file.isPresent() == token.isPresent()) {
            throw new MisuseException(
                    "say with which key you sign: --key FILE for a PKCS#12 file, or --token CONFIG for a PKCS#11 token.");
        }
        file.ifPresent(named -> Typed.readable(named, "--key"));
        token.ifPresent(named -> Typed.readable(named, "--token"));
    }

    /**
     * Asks for the password where it must, and opens the key.
     *
     * @param deed what a signature will do, for whoever types a password
     * @throws MisuseException when none is named, or two are, or it is not there
     * @throws be.zeef.security.KeyException when it cannot be opened
     */
    public PersonKey open(String deed) {
        require();
        char[] password = password(deed);
        try {
            return file.map(key -> PersonKey.inFile(key, password, alias))
                    .orElseGet(() -> PersonKey.onToken(token.orElseThrow(), password, alias));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private char[] password(String deed) {
        Optional<String> set = terminal.variable(VARIABLE);
        if (passwordFile.isEmpty() && set.isPresent()) {
            return set.get().toCharArray();
        }
        String question = (token.isPresent() ? "PIN" : "Password") + " of "
                + file.or(() -> token).orElseThrow().getFileName() + ", to " + deed + ": ";
        return KeyPassword.read(terminal, passwordFile, ", or set " + VARIABLE, question);
    }
}
