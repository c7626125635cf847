package be.zeef.check.route;

import be.zeef.check.route.StatedEndpoint.Option;
import be.zeef.check.route.StatedEndpoint.Role;
import be.zeef.route.AcceptedFiles;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
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
import org.apache.camel.util.URISupport;

/** Holds one endpoint against the catalogue. Values are never told, for they may be secrets. */
final class EndpointCheck {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]+)}}");
    private static final Set<String> FOLDERS = Set.of("file", "ftp", "ftps", "sftp");
    private static final String FILTER = "#" + AcceptedFiles.BEAN;

    private final DefaultRuntimeCamelCatalog catalogue;
    private final Properties places;
    private final Findings findings;
    private final Stated at;
    private final StatedEndpoint stated;

    /**
     * Where an endpoint stands.
     *
     * @param file that states it
     * @param user the file that names the settings in it: another one where a template states the endpoint
     * @param userLine 1-based, where that file does so
     */
    record Stated(String file, String user, int userLine) {}

    /** @param places what the settings fill, by name */
    EndpointCheck(
            DefaultRuntimeCamelCatalog catalogue,
            Properties places,
            Findings findings,
            Stated at,
            StatedEndpoint stated) {
        this.catalogue = catalogue;
        this.places = places;
        this.findings = findings;
        this.at = at;
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
        unknown.forEach(place -> findings.add(
                Finding.error("check.endpoint-place", Location.line(at.userLine()), at.user(), stated.shown(), place)));
        if (unknown.isEmpty()) {
            compile();
        }
    }

    private void compile() {
        String uri = uri();
        EndpointValidationResult result =
                catalogue.validateEndpointProperties(uri, true, stated.role() == Role.FROM, stated.role() == Role.TO);
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
        String[] arguments = Stream.concat(Stream.of(at.file(), stated.shown()), Stream.of(more))
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
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(places.getProperty(place.group(1))));
    }
}
