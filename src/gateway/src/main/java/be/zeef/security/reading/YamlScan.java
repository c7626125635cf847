package be.zeef.security.reading;

import be.zeef.security.reading.YamlException.Fault;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Goes through the events of a YAML text and stops at the first that hides something from its reader. */
final class YamlScan {

    private static final String MERGE = "<<";
    private static final int LONGEST_KEY = 60;

    private final Deque<Level> levels = new ArrayDeque<>();
    private int documents;

    private YamlScan() {}

    /** A mapping with the keys met so far, or a sequence. */
    private static final class Level {
        private final boolean mapping;
        private final Set<String> keys = new HashSet<>();
        private boolean atValue;

        Level(boolean mapping) {
            this.mapping = mapping;
        }
    }

    static void require(String text) throws YamlException {
        YamlScan scan = new YamlScan();
        try {
            for (Event event : new org.yaml.snakeyaml.Yaml(new LoaderOptions()).parse(new StringReader(text))) {
                scan.see(event);
            }
        } catch (MarkedYAMLException e) {
            Mark at = e.getProblemMark();
            throw at == null ? new YamlException(Fault.SYNTAX, 0, 0, "") : refused(Fault.SYNTAX, at, "");
        } catch (YAMLException e) {
            throw new YamlException(Fault.SYNTAX, 0, 0, "");
        }
    }

    private void see(Event event) throws YamlException {
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            throw refused(Fault.DOCUMENT, event.getStartMark(), "");
        }
        if (event instanceof NodeEvent node) {
            node(node);
        } else if (event instanceof CollectionEndEvent) {
            levels.pop();
        }
    }

    private void node(NodeEvent event) throws YamlException {
        if (event instanceof AliasEvent || event.getAnchor() != null) {
            throw refused(Fault.ALIAS, event.getStartMark(), "");
        }
        if (tag(event) != null) {
            throw refused(Fault.TAG, event.getStartMark(), "");
        }
        Level level = levels.peek();
        if (level != null && level.mapping) {
            if (!level.atValue) {
                key(level, event);
            }
            level.atValue = !level.atValue;
        }
        if (event instanceof CollectionStartEvent) {
            levels.push(new Level(event instanceof MappingStartEvent));
        }
    }

    private static void key(Level level, NodeEvent event) throws YamlException {
        if (!(event instanceof ScalarEvent scalar)) {
            throw refused(Fault.KEY, event.getStartMark(), "");
        }
        if (scalar.getValue().equals(MERGE)) {
            throw refused(Fault.ALIAS, event.getStartMark(), "");
        }
        if (!level.keys.add(scalar.getValue())) {
            throw refused(Fault.DUPLICATE, event.getStartMark(), shown(scalar.getValue()));
        }
    }

    private static String tag(NodeEvent event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : null;
    }

    /** A key without what could upset a terminal or a log. */
    private static String shown(String key) {
        String plain = key.replaceAll("[^A-Za-z0-9._ -]", "?");
        return plain.length() > LONGEST_KEY ? plain.substring(0, LONGEST_KEY) : plain;
    }

    private static YamlException refused(Fault fault, Mark at, String key) {
        return new YamlException(fault, at.getLine() + 1, at.getColumn() + 1, key);
    }
}
