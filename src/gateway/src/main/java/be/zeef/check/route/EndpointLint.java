package be.zeef.check.route;

import be.zeef.route.AcceptedFiles;
import be.zeef.route.RouteProperties;
import be.zeef.check.route.StatedEndpoint.Option;
import be.zeef.check.route.StatedEndpoint.Role;
import be.zeef.settings.Settings;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.impl.DefaultRuntimeCamelCatalog;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.URISupport;

/**
 * Holds every endpoint of the route files against Camel's own catalogue of the components that are here, so that a misspelt
 * option is told before a partner is spoken to. Camel ignores some of them at run time: an unknown option of an HTTP endpoint
 * would be sent to the partner. Values are never told, for they may be secrets.
 */
public final class EndpointLint {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]+)}}");
    private static final Set<String> FOLDERS = Set.of("file", "ftp", "ftps", "sftp");
    private static final String FILTER = "#" + AcceptedFiles.BEAN;

    private final DefaultRuntimeCamelCatalog catalogue = new DefaultRuntimeCamelCatalog();
    private final Properties places;
    private final Findings findings = new Findings();

    private EndpointLint(Settings settings) {
        places = RouteProperties.of(settings);
        catalogue.setCamelContext(new DefaultCamelContext(false));
    }

    /** @param files route files; a contract (OpenAPI) is none */
    public static Report of(Iterable<Path> files, Settings settings) throws IOException {
        EndpointLint lint = new EndpointLint(settings);
        for (Path file : files) {
            lint.file(file);
        }
        return lint.findings.report("routes");
    }

    private void file(Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            RouteFile.endpoints(file).forEach(each -> new Endpoint(name, each).check());
        } catch (IllegalArgumentException e) {
            findings.add(Finding.error("check.route", Location.WHOLE, name));
        }
    }

    /** One endpoint of one file. */
    private final class Endpoint {

        private final String file;
        private final StatedEndpoint stated;

        Endpoint(String file, StatedEndpoint stated) {
            this.file = file;
            this.stated = stated;
        }

        void check() {
            if (stated.role() == Role.MADE_PER_MESSAGE) {
                tell("check.endpoint-dynamic", stated.line());
                return;
            }
            Set<String> unknown = new TreeSet<>();
            Stream.concat(
                            Stream.of(stated.text()),
                            stated.options().values().stream().map(Option::value))
                    .flatMap(text -> PLACE.matcher(text).results())
                    .map(place -> place.group(1))
                    .filter(place -> places.getProperty(place) == null)
                    .forEach(unknown::add);
            unknown.forEach(place -> tell("check.endpoint-place", stated.line(), place));
            if (unknown.isEmpty()) {
                compile();
            }
        }

        private void compile() {
            String uri = uri();
            EndpointValidationResult result = catalogue.validateEndpointProperties(
                    uri, true, stated.role() == Role.FROM, stated.role() == Role.TO);
            if (result.getUnknownComponent() != null) {
                tell("check.endpoint-component", stated.line(), result.getUnknownComponent());
            } else if (result.getSyntaxError() != null || result.getIncapable() != null) {
                tell("check.endpoint-syntax", stated.line());
            } else {
                options(result);
                filter(uri);
            }
        }

        private void options(EndpointValidationResult result) {
            each(result.getUnknown(), "check.endpoint-option");
            each(nested(), "check.endpoint-option");
            each(result.getNotConsumerOnly(), "check.endpoint-side");
            each(result.getNotProducerOnly(), "check.endpoint-side");
            each(result.getRequired(), "check.endpoint-missing");
            Stream.of(
                            result.getInvalidEnum(),
                            result.getInvalidBoolean(),
                            result.getInvalidInteger(),
                            result.getInvalidNumber(),
                            result.getInvalidDuration(),
                            result.getInvalidReference())
                    .filter(each -> each != null)
                    .forEach(each -> each(each.keySet(), "check.endpoint-value"));
        }

        private Set<String> nested() {
            return stated.options().keySet().stream()
                    .filter(NestedOptions::isUnknown)
                    .collect(Collectors.toSet());
        }

        /** A folder that somebody else writes into is watched through the filter that accepts names, or not at all. */
        private void filter(String uri) {
            if (stated.role() == Role.FROM && FOLDERS.contains(uri.substring(0, uri.indexOf(':')))) {
                Option filter = stated.options().get("filter");
                if (filter == null || !filter.value().equals(FILTER)) {
                    tell("check.endpoint-filter", stated.line(), FILTER);
                }
            }
        }

        private void each(Set<?> options, String code) {
            if (options != null) {
                options.stream()
                        .map(Object::toString)
                        .sorted()
                        .forEach(option -> tell(code, stated.lineOf(option), option));
            }
        }

        private void tell(String code, int line, String... more) {
            String[] arguments = Stream.concat(Stream.of(file, stated.shown()), Stream.of(more))
                    .toArray(String[]::new);
            findings.add(Finding.error(code, Location.line(line), arguments));
        }

        /** All of it as one address, with what the settings say in the places. */
        private String uri() {
            Map<String, Object> options = new LinkedHashMap<>();
            stated.options().forEach((name, option) -> options.put(name, filled(option.value())));
            String address = filled(stated.text());
            if (options.isEmpty()) {
                return address;
            }
            return address + (address.indexOf('?') < 0 ? "?" : "&") + URISupport.createQueryString(options);
        }

        private String filled(String text) {
            return PLACE.matcher(text)
                    .replaceAll(place -> Matcher.quoteReplacement(places.getProperty(place.group(1))));
        }
    }
}
