package be.zeef.check.route;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a route file states.
 *
 * @param name of the file
 * @param endpoints those of its routes, wherever in their steps they stand, in their order
 * @param templates what routes can be made of
 * @param made the routes that it makes of templates, its own or another file's
 */
record RouteFile(
        String name, List<StatedEndpoint> endpoints, List<RouteTemplate> templates, List<TemplatedRoute> made) {

    RouteFile {
        endpoints = List.copyOf(endpoints);
        templates = List.copyOf(templates);
        made = List.copyOf(made);
    }

    /** @throws IllegalArgumentException when it is no YAML, or has no route with a from */
    static RouteFile read(Path file) throws IOException {
        return new RouteFileReader(file).read();
    }
}
