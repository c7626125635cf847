package be.zeef.check.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A route that a file makes of a template.
 *
 * @param line 1-based, where it begins
 * @param template the id of that template
 * @param parameters what fills it, by name
 */
record TemplatedRoute(int line, String template, Map<String, String> parameters) {

    TemplatedRoute {
        parameters = Map.copyOf(parameters);
    }

    /** The endpoints of this route. */
    List<StatedEndpoint> endpoints(RouteTemplate of) {
        Map<String, String> all = new HashMap<>(of.defaults());
        all.putAll(parameters);
        return of.endpoints().stream().map(each -> each.filledWith(all)).toList();
    }
}
