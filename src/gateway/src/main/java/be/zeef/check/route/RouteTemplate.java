package be.zeef.check.route;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What routes are made of when they are loaded, each by a {@link TemplatedRoute} that fills its parameters.
 *
 * @param needed the parameters that must be filled
 * @param defaults what fills the others that have something to fill them with
 * @param parameters all of them
 * @param endpoints as the template states them, unfilled
 */
record RouteTemplate(
        String id,
        Set<String> needed,
        Map<String, String> defaults,
        Set<String> parameters,
        List<StatedEndpoint> endpoints) {

    RouteTemplate {
        needed = Set.copyOf(needed);
        defaults = Map.copyOf(defaults);
        parameters = Set.copyOf(parameters);
        endpoints = List.copyOf(endpoints);
    }
}
