package be.zeef.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills places such as <code>${data}</code>, <code>${password:ocmw}</code> and <code>${env:HOME}</code> in settings. */
final class Places {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(?:(env|password):)?([A-Za-z0-9_-]+)}");

    private final String data;
    private final String sandbox;
    private final Properties passwords = new Properties();

    Places(JsonNode settings) {
        data = Path.of(settings.path("data").asText())
                .toAbsolutePath()
                .normalize()
                .toString();
        sandbox = settings.path("sandbox").path("directory").asText().replace("${data}", data);
        Path file = Path.of(data, "keys", "passwords.properties");
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                passwords.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    String fill(String text) {
        Matcher matcher = PLACE.matcher(text);
        return matcher.replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), m.group(2))));
    }

    private String value(String kind, String name) {
        if ("env".equals(kind)) {
            return fromEnvironment(name);
        }
        if ("password".equals(kind)) {
            String set = fromEnvironment(
                    "ZEEF_PASSWORD_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
            return set.isEmpty() ? passwords.getProperty(name, "") : set;
        }
        return "data".equals(name) ? data : sandbox;
    }

    private static String fromEnvironment(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }
}
