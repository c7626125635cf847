package be.zeef.check;

import be.zeef.check.route.EndpointLint;
import be.zeef.settings.Settings;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whether every endpoint of the route files is one that Camel's catalogue knows, and none is made from a message. */
public final class RouteCheck {

    private RouteCheck() {}

    /** Of the routes of the settings' {@code home}. */
    public static Report of(Settings settings) throws IOException {
        try (Stream<Path> files = Files.list(settings.home().resolve("routes"))) {
            List<Path> routes = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().endsWith(".openapi.yaml"))
                    .sorted()
                    .toList();
            return EndpointLint.of(routes, settings);
        }
    }
}
