package be.zeef.cli.argument;

import be.zeef.cli.terminal.Terminal;
import be.zeef.security.KeyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What opens a person's own key: never an argument, which every user of a machine can read. It is asked at the terminal, unless a file
 * that only its owner can read holds it.
 */
final class KeyPassword {

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private KeyPassword() {}

    /**
     * @param terminal where it is asked
     * @param file that holds it; empty to ask
     * @param otherwise what else than a file could hold it, to follow the advice to use one; empty for nothing
     * @param question what is asked at the terminal
     * @throws KeyException when it cannot be had
     */
    static char[] read(Terminal terminal, Optional<Path> file, String otherwise, String question) {
        return file.map(named -> inFile(Typed.readable(named, "--password-file")))
                .orElseGet(() -> asked(terminal, otherwise, question));
    }

    private static char[] asked(Terminal terminal, String otherwise, String question) {
        if (!terminal.isInteractive()) {
            throw new KeyException("There is no terminal to ask for the password of your key. Put it into a file"
                    + " that only you can read and name that with --password-file" + otherwise + ".");
        }
        return terminal.secret(question)
                .orElseThrow(() -> new KeyException("No password was given. Nothing was signed."));
    }

    private static char[] inFile(Path file) {
        try {
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
                throw new KeyException("The password file " + file.getFileName()
                        + " can be read or written by others, so the password is no secret. Change the password, and: chmod 600 "
                        + file.getFileName());
            }
            return Files.readString(file).strip().toCharArray();
        } catch (IOException e) {
            throw new KeyException("There is no password file " + file.getFileName()
                    + " that can be read. Name it with --password-file.");
        }
    }
}
