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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The endpoints that a route file states, wherever in its steps they stand. */
final class RouteFile {

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

    private static final Set<String> EXPRESSIONS = Set.of("${", "$simple{");

    private final List<StatedEndpoint> found = new ArrayList<>();

    private RouteFile() {}

    /**
     * The endpoints of a file, in the order they stand.
     *
     * @throws IllegalArgumentException when it is no YAML, or has no route with a from
     */
    static List<StatedEndpoint> endpoints(Path file) throws IOException {
        RouteFile routes = new RouteFile();
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)));
            routes.walk(Optional.ofNullable(root));
        } catch (YAMLException e) {
            throw new IllegalArgumentException("no YAML", e);
        }
        if (routes.found.stream().noneMatch(each -> each.role() == Role.FROM)) {
            throw new IllegalArgumentException("no route with a from");
        }
        return List.copyOf(routes.found);
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
            Role held = EXPRESSIONS.stream().anyMatch(address::contains) ? Role.MADE_PER_MESSAGE : role;
            found.add(new StatedEndpoint(line, held, address, options));
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
                .map(RouteFile::text)
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

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
