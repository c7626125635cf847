package be.zeef.cli.argument;

import be.zeef.security.PersonKey;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A person's own key, in a PKCS#12 file that only he can open. Nothing of it is kept. */
public final class PersonalKey {

    @Option(names = "--key", paramLabel = "FILE", description = "Your key and certificate, as a PKCS#12 file.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--alias", paramLabel = "NAME", description = "Which key of the file, when it holds several.")
    private Optional<String> alias = Optional.empty();

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Its password, in a file that only you can read; without it you are asked for it.")
    private Optional<Path> passwordFile = Optional.empty();

    public boolean named() {
        return file.isPresent();
    }

    /**
     * @throws MisuseException when none is named, or it is not there
     * @throws be.zeef.security.KeyException when it cannot be opened, or does not hold exactly one key that could be meant
     */
    public PrivateKeyEntry open() {
        Path store = Typed.readable(
                file.orElseThrow(() -> new MisuseException("name your key with --key FILE (PKCS#12).")), "--key");
        char[] password = KeyPassword.read(passwordFile, "", "Password of your key: ");
        try (PersonKey key = PersonKey.inFile(store, password, alias)) {
            return key.entry();
        } finally {
            Arrays.fill(password, ' ');
        }
    }
}
