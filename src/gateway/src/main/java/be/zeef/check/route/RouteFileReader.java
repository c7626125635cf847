package be.zeef.check.route;

import be.zeef.check.route.StatedEndpoint.Option;
import be.zeef.check.route.StatedEndpoint.Role;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a route file as it stands, line by line. */
final class RouteFileReader {

    /** Steps that send to a fixed endpoint, unless its address holds an expression. */
    private static final Set<String> FIXED = Set.of("to", "interceptSendToEndpoint", "deadLetterChannel");

    /** Steps whose address is an expression; only a constant one is fixed. */
    private static final Set<String> MADE = Set.of(
            "toD",
            "wireTap",
            "poll",
            "enrich",
            "pollEnrich",
            "recipientList",
            "routingSlip",
            "dynamicRouter",
            "recipient-list",
            "routing-slip",
            "dynamic-router",
            "poll-enrich",
            "to-d",
            "wire-tap");

    private static final Set<String> TEMPLATE = Set.of("routeTemplate", "route-template");
    private static final Set<String> OF_TEMPLATE = Set.of("templatedRoute", "templated-route");

    private final Path file;
    private final List<RouteTemplate> templates = new ArrayList<>();
    private final List<TemplatedRoute> made = new ArrayList<>();
    private List<StatedEndpoint> found = new ArrayList<>();

    RouteFileReader(Path file) {
        this.file = file;
    }

    RouteFile read() throws IOException {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)));
            walk(Optional.ofNullable(root));
        } catch (YAMLException e) {
            throw new IllegalArgumentException("no YAML", e);
        }
        if (made.isEmpty()
                && Stream.concat(found.stream(), templates.stream().flatMap(each -> each.endpoints().stream()))
                        .noneMatch(each -> each.role() == Role.FROM)) {
            throw new IllegalArgumentException("no route with a from");
        }
        return new RouteFile(file.getFileName().toString(), found, templates, made);
    }

    private void walk(Optional<Node> at) {
        at.ifPresent(node -> {
            if (node instanceof SequenceNode all) {
                all.getValue().forEach(each -> walk(Optional.of(each)));
            } else if (node instanceof MappingNode map) {
                map.getValue().forEach(this::entry);
            }
        });
    }

    private void entry(NodeTuple entry) {
        String key = text(entry.getKeyNode());
        int line = entry.getKeyNode().getStartMark().getLine() + 1;
        Node value = entry.getValueNode();
        if (TEMPLATE.contains(key)) {
            template(value);
            return;
        }
        if (OF_TEMPLATE.contains(key)) {
            made.add(new TemplatedRoute(line, text(value, "routeTemplateRef"), parameters(value, "value")));
            return;
        }
        if (key.equals("from")) {
            add(line, Role.FROM, value);
        } else if (FIXED.contains(key)) {
            add(line, Role.TO, value);
        } else if (MADE.contains(key)) {
            made(line, key, value);
        }
        if (!key.equals("parameters")) {
            walk(Optional.of(value));
        }
    }

    private void template(Node template) {
        List<StatedEndpoint> outside = found;
        found = new ArrayList<>();
        walk(Optional.of(template));
        Map<String, String> defaults = parameters(template, "defaultValue");
        Map<String, String> required = parameters(template, "required");
        Set<String> all = parameters(template, "name").keySet();
        Set<String> needed = all.stream()
                .filter(name -> !defaults.containsKey(name) && !"false".equals(required.get(name)))
                .collect(Collectors.toSet());
        templates.add(new RouteTemplate(text(template, "id"), needed, defaults, all, found));
        found = outside;
    }

    /** What is said under this key of each parameter, by its name. */
    private static Map<String, String> parameters(Node of, String key) {
        Map<String, String> said = new LinkedHashMap<>();
        if (child(of, "parameters").orElse(of) instanceof SequenceNode all) {
            all.getValue()
                    .forEach(each -> child(each, key).ifPresent(value -> said.put(text(each, "name"), text(value))));
        }
        return said;
    }

    private void add(int line, Role role, Node value) {
        String address = value instanceof ScalarNode ? text(value) : address(value);
        Map<String, Option> options = new LinkedHashMap<>();
        child(value, "parameters").ifPresent(parameters -> {
            if (parameters instanceof MappingNode map) {
                map.getValue()
                        .forEach(each -> options.put(
                                text(each.getKeyNode()),
                                new Option(each.getKeyNode().getStartMark().getLine() + 1, text(each.getValueNode()))));
            }
        });
        if (!address.isEmpty()) {
            found.add(new StatedEndpoint(line, role, address, options));
        }
    }

    /** A constant is no expression: it is the same endpoint for every message. */
    private void made(int line, String key, Node value) {
        Optional<Node> constant =
                child(value, "constant").or(() -> child(value, "expression").flatMap(each -> child(each, "constant")));
        Role fixed = key.startsWith("poll") ? Role.FROM : Role.TO;
        if (constant.isPresent()) {
            add(line, fixed, constant.get());
        } else if (value instanceof ScalarNode || !address(value).isEmpty()) {
            add(line, fixed, value);
        } else {
            found.add(new StatedEndpoint(line, Role.MADE_PER_MESSAGE, key, Map.of()));
        }
    }

    /** Of a dead letter channel or of anything else that is sent to. */
    private static String address(Node value) {
        return child(value, "uri")
                .or(() -> child(value, "deadLetterUri"))
                .map(RouteFileReader::text)
                .orElse("");
    }

    private static Optional<Node> child(Node node, String key) {
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(each -> text(each.getKeyNode()).equals(key))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                : Optional.empty();
    }

    private static String text(Node node, String key) {
        return child(node, key).map(RouteFileReader::text).orElse("");
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
