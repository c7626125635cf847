package be.zeef.check.route;

import be.zeef.check.route.EndpointCheck.Stated;
import be.zeef.check.route.StatedEndpoint.Role;
import be.zeef.route.RouteProperties;
import be.zeef.settings.Settings;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.camel.catalog.impl.DefaultRuntimeCamelCatalog;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Holds every endpoint of the route files against Camel's own catalogue of the components that are here, so that a misspelt
 * option is told before a partner is spoken to. Camel ignores some of them at run time: an unknown option of an HTTP endpoint
 * would be sent to the partner. The endpoints of a template are held against it as each route fills them.
 */
public final class EndpointLint {

    private final DefaultRuntimeCamelCatalog catalogue = new DefaultRuntimeCamelCatalog();
    private final Properties places;
    private final Findings findings = new Findings();
    private final List<RouteFile> files = new ArrayList<>();
    private final Map<String, Template> templates = new HashMap<>();

    /** A template and the file that states it. */
    private record Template(String file, RouteTemplate template) {}

    private EndpointLint(Settings settings) {
        places = RouteProperties.of(settings);
        catalogue.setCamelContext(new DefaultCamelContext(false));
    }

    /** @param files route files; a contract (OpenAPI) is none */
    public static Report of(Iterable<Path> files, Settings settings) throws IOException {
        EndpointLint lint = new EndpointLint(settings);
        for (Path file : files) {
            lint.read(file);
        }
        lint.files.forEach(lint::check);
        return lint.findings.report("routes");
    }

    private void read(Path path) throws IOException {
        try {
            RouteFile file = RouteFile.read(path);
            files.add(file);
            file.templates().forEach(each -> templates.put(each.id(), new Template(file.name(), each)));
        } catch (IllegalArgumentException e) {
            findings.add(Finding.error(
                    "check.route", Location.WHOLE, path.getFileName().toString()));
        }
    }

    private void check(RouteFile file) {
        file.endpoints().forEach(each -> check(new Stated(file.name(), file.name(), each.line()), each));
        // what a message makes is told where it stands, whether or not a route is made of it
        file.templates().stream()
                .flatMap(each -> each.endpoints().stream())
                .filter(each -> each.role() == Role.MADE_PER_MESSAGE)
                .forEach(each -> check(new Stated(file.name(), file.name(), each.line()), each));
        file.made().forEach(each -> check(file.name(), each));
    }

    private void check(String file, TemplatedRoute made) {
        Template of = templates.get(made.template());
        if (of == null) {
            tell("check.route-template", file, made);
            return;
        }
        without(of.template().needed(), made.parameters().keySet())
                .forEach(name -> tell("check.route-parameter", file, made, name));
        without(made.parameters().keySet(), of.template().parameters())
                .forEach(name -> tell("check.route-parameter-unknown", file, made, name));
        if (made.parameters().keySet().containsAll(of.template().needed())) {
            made.endpoints(of.template()).stream()
                    .filter(each -> !isToldAlready(of.template(), each))
                    .forEach(each -> check(new Stated(of.file(), file, made.line()), each));
        }
    }

    private static SortedSet<String> without(Set<String> all, Set<String> others) {
        SortedSet<String> left = new TreeSet<>(all);
        left.removeAll(others);
        return left;
    }

    private static boolean isToldAlready(RouteTemplate template, StatedEndpoint filled) {
        return template.endpoints().stream()
                .anyMatch(each -> each.line() == filled.line() && each.role() == Role.MADE_PER_MESSAGE);
    }

    private void check(Stated at, StatedEndpoint endpoint) {
        new EndpointCheck(catalogue, places, findings, at, endpoint).check();
    }

    private void tell(String code, String file, TemplatedRoute made, String... more) {
        List<String> arguments = new ArrayList<>(List.of(file, made.template()));
        arguments.addAll(List.of(more));
        findings.add(Finding.error(code, Location.line(made.line()), arguments.toArray(String[]::new)));
    }
}
