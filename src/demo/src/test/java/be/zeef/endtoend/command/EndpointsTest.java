package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.RouteBeans;
import be.zeef.route.Routes;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.Endpoint;
import org.apache.camel.EndpointAware;
import org.apache.camel.Navigate;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every endpoint of every route, with every option that reaches Camel, as the built-in settings fill them: whatever is moved in
 * {@code routes/}, what a partner's server sees stays as it is.
 */
class EndpointsTest {

    @TempDir
    Path data;

    private final SortedSet<String> found = new TreeSet<>();

    @Test
    void areThoseThatStandInTheList() throws Exception {
        ReadyKeys.copy(data.resolve("keys"), data.resolve("sandbox/keys"));
        Settings settings = SettingsFile.read(
                Path.of("no-such-zeef.yaml"),
                Map.of(
                        "data", data.toString(),
                        "home", Path.of("").toAbsolutePath().toString()));
        Map<String, Object> beans = new RouteBeans(settings).named(Keys.in(settings.keys()), Clock.systemUTC());
        try (Routes routes = Routes.start(settings, beans)) {
            for (Route route : routes.context().getRoutes()) {
                String waits = route.isAutoStartup() ? "" : ", which waits,";
                found.add(route.getId() + waits + " from " + told(route.getEndpoint()));
                sends(route.getId(), route.navigate());
            }
        }
        assertThat(String.join("", found))
                .isEqualTo(Files.readString(Path.of("src/demo/src/test/resources/endpoints.txt")));
    }

    private void sends(String route, Navigate<Processor> from) {
        for (Processor next : from.next()) {
            if (next instanceof EndpointAware sender && sender.getEndpoint() != null) {
                found.add(route + " to " + told(sender.getEndpoint()));
            }
            if (next instanceof Navigate<?> further && further.hasNext()) {
                @SuppressWarnings("unchecked")
                Navigate<Processor> processors = (Navigate<Processor>) further;
                sends(route, processors);
            }
        }
    }

    /** Its address, and below it its options in order. */
    private String told(Endpoint endpoint) {
        String[] parts =
                endpoint.getEndpointUri().replace(data.toString(), "DATA").split("[?]", 2);
        String options = parts.length == 1
                ? ""
                : Arrays.stream(parts[1].split("&"))
                        .sorted()
                        .map(option -> "    " + URLDecoder.decode(option, StandardCharsets.UTF_8) + "\n")
                        .collect(Collectors.joining());
        return parts[0] + "\n" + options;
    }
}
