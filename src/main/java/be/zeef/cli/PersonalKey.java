package be.zeef.cli;

import be.zeef.security.KeyException;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A person's own key, in a PKCS#12 file that only he can open. Nothing of it is kept. */
final class PersonalKey {

    @Option(names = "--key", paramLabel = "FILE", description = "Your key and certificate, as a PKCS#12 file.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--alias", paramLabel = "NAME", description = "Which key of the file, when it holds several.")
    private Optional<String> alias = Optional.empty();

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Holds the file's password in its first line; without it you are asked for it.")
    private Optional<Path> passwordFile = Optional.empty();

    boolean named() {
        return file.isPresent();
    }

    /** @throws KeyException when it cannot be opened, or does not hold exactly one key that could be meant */
    PrivateKeyEntry open() {
        Path store = file.orElseThrow(() -> new KeyException("Name your key with --key FILE (PKCS#12)."));
        char[] password = password();
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            return (PrivateKeyEntry) keys.getEntry(chosen(keys), new PasswordProtection(password));
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyException(
                    "Your key file " + store.getFileName() + " cannot be opened: no PKCS#12 file, or another password.",
                    e);
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private String chosen(KeyStore keys) throws GeneralSecurityException {
        List<String> all = new ArrayList<>();
        for (String each : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(each) && alias.map(each::equalsIgnoreCase).orElse(true)) {
                all.add(each);
            }
        }
        if (all.size() != 1) {
            throw new KeyException("The key file holds " + all.size()
                    + " keys that could be meant. Name one with --alias (keytool -list -keystore FILE tells them).");
        }
        return all.get(0);
    }

    private char[] password() {
        if (passwordFile.isPresent()) {
            try (var lines = Files.lines(passwordFile.get())) {
                return lines.findFirst().orElse("").toCharArray();
            } catch (IOException e) {
                throw new KeyException("The file of --password-file cannot be read.", e);
            }
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password of your key: ");
        if (typed == null) {
            throw new KeyException("Nobody is there to type the key's password. Put it into a file: --password-file.");
        }
        return typed;
    }
}
