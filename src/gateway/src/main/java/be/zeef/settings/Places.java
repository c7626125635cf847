package be.zeef.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills places such as <code>${data}</code>, <code>${password:ocmw}</code> and <code>${env:HOME}</code> in settings. */
final class Places {

    /** Told what is wrong and of which name; what is not there is filled with nothing. */
    interface Faults extends BiConsumer<String, String> {}

    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NAMED = Pattern.compile("(env|password):([A-Za-z0-9_-]+)");
    private static final Faults NOBODY = (code, name) -> {};

    private final String data;
    private final String sandbox;
    private final Properties passwords;

    /** Whether the sandbox still makes the passwords, at its first start. */
    private final boolean passwordsToCome;

    /** @throws SettingsException when the file of passwords is there and cannot be read */
    Places(JsonNode settings) {
        Path folder = data(settings);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new SettingsException("The setting data names a file: " + folder
                    + ". It takes the folder that the database, the keys and the logs lie in.");
        }
        data = folder.toString();
        sandbox = replaced(settings.path("sandbox").path("directory").asText(), NOBODY, data, "");
        Path file = Path.of(data, "keys", "passwords.properties");
        passwords = PasswordsFile.read(file);
        passwordsToCome =
                passwords.isEmpty() && "sandbox".equals(settings.path("profile").asText());
    }

    /** Where the data lie; only the environment can be named there. */
    static Path data(JsonNode settings) {
        String folder = PLACE.matcher(settings.path("data").asText()).replaceAll(found -> {
            Matcher named = NAMED.matcher(found.group(1));
            return Matcher.quoteReplacement(
                    named.matches() && named.group(1).equals("env") ? fromEnvironment(named.group(2), NOBODY) : "");
        });
        return Path.of(folder).toAbsolutePath().normalize();
    }

    String fill(String text, Faults faults) {
        return replaced(text, faults, data, sandbox);
    }

    /** Whether a value is such a place and nothing else, so that what fills it may be a number. */
    static boolean whole(String text) {
        return PLACE.matcher(text).matches();
    }

    private String replaced(String text, Faults faults, String dataFolder, String sandboxFolder) {
        Matcher matcher = PLACE.matcher(text);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(value(found.group(1), faults, dataFolder, sandboxFolder)));
    }

    private String value(String place, Faults faults, String dataFolder, String sandboxFolder) {
        Matcher named = NAMED.matcher(place);
        if (named.matches()) {
            return named.group(1).equals("env")
                    ? fromEnvironment(named.group(2), faults)
                    : password(named.group(2), faults);
        }
        if (place.equals("data")) {
            return dataFolder;
        }
        if (place.equals("sandbox")) {
            return sandboxFolder;
        }
        faults.accept("settings.place-unknown", place);
        return "";
    }

    private static String fromEnvironment(String name, Faults faults) {
        String value = System.getenv(name);
        if (value == null) {
            faults.accept("settings.place-env", name);
            return "";
        }
        return value;
    }

    private String password(String name, Faults faults) {
        String variable = "ZEEF_PASSWORD_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        String set = fromEnvironment(variable, NOBODY);
        if (!set.isEmpty()) {
            return set;
        }
        String kept = passwords.getProperty(name);
        if (kept == null && !passwordsToCome) {
            faults.accept("settings.place-password", name);
        }
        return kept == null ? "" : kept;
    }
}
