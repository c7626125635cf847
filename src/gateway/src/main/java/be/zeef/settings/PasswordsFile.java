package be.zeef.settings;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The partners' passwords, {@code data/keys/passwords.properties}. */
final class PasswordsFile {

    private PasswordsFile() {}

    /**
     * What stands in it; nothing when it is not there.
     *
     * @throws SettingsException when it cannot be read, or names one twice
     */
    static Properties read(Path file) {
        Properties passwords = new Once();
        if (Files.notExists(file)) {
            return passwords;
        }
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            passwords.load(in);
            return passwords;
        } catch (TwiceException e) {
            throw SettingsException.of(file, Finding.fatal("settings.password-twice", Location.WHOLE, e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw SettingsException.of(file, Finding.fatal("settings.password-escape", Location.WHOLE));
        } catch (IOException e) {
            throw SettingsException.of(file, Finding.fatal("settings.unreadable", Location.WHOLE));
        }
    }

    /** An entry stands twice; the message is its name. */
    private static final class TwiceException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TwiceException(Object name) {
            super(String.valueOf(name));
        }
    }

    /** Of two equal names the last would count, silently. */
    private static final class Once extends Properties {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object name, Object value) {
            if (containsKey(name)) {
                throw new TwiceException(name);
            }
            return super.put(name, value);
        }
    }
}
