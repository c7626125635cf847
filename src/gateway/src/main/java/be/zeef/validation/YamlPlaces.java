package be.zeef.validation;

import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where in a YAML file each JSON pointer (RFC 6901) stands. */
public final class YamlPlaces {

    private final Map<String, Location> places = new HashMap<>();

    private YamlPlaces() {}

    public static YamlPlaces of(String yaml) {
        YamlPlaces found = new YamlPlaces();
        Node root = new Yaml(new LoaderOptions()).compose(new java.io.StringReader(yaml));
        if (root != null) {
            found.add("", root, root);
        }
        return found;
    }

    /** The place of this pointer, or of the nearest one above it. */
    public Location at(String pointer) {
        String path = pointer;
        Location place = places.get(path);
        while (place == null && !path.isEmpty()) {
            path = path.substring(0, path.lastIndexOf('/'));
            place = places.get(path);
        }
        return place == null ? Location.path(pointer) : new Location(place.line(), place.column(), pointer);
    }

    /** A key as one step of a pointer. */
    public static String step(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private void add(String pointer, Node key, Node node) {
        places.put(
                pointer,
                new Location(
                        key.getStartMark().getLine() + 1, key.getStartMark().getColumn() + 1, pointer));
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode name) {
                    add(pointer + "/" + step(name.getValue()), name, entry.getValueNode());
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            int i = 0;
            for (Node item : sequence.getValue()) {
                add(pointer + "/" + i++, item, item);
            }
        }
    }
}
