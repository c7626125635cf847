package be.zeef.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that decides can change without being told: each value, each row and each file of every agreement that ships is tried. */
class DifferencesTest {

    /** These say of a file only that it reads otherwise. */
    private static final Pattern ONLY_NAMED = Pattern.compile("difference\\.(rule-)?layout");

    static List<String> ids() {
        return Shipped.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shouldTellNothing_whenNothingChanged(String id) {
        assertThat(Differences.between(Shipped.of(id), Shipped.of(id))).isEmpty();
    }

    /** Each value is changed, taken away, and read as another kind; each list loses each element, has one twice, and is turned. */
    @ParameterizedTest
    @MethodSource("ids")
    void shouldExplainEveryChangeOfTheAgreement(String id) throws IOException {
        Copy before = Shipped.of(id);
        JsonNode tree = Shipped.tree(before);
        int tried = 0;
        for (String pointer : pointers(tree, "")) {
            for (Consumer<JsonNode> edit : edits(tree, pointer)) {
                JsonNode other = tree.deepCopy();
                edit.accept(other);
                if (!other.equals(tree)) {
                    explained(pointer, new TreeDifferences(before.own(), tree, other).all());
                    assertThat(new TreeDifferences(before.own(), other, tree).all())
                            .as(pointer)
                            .isNotEmpty();
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(200);
    }

    private static void explained(String pointer, List<Difference> told) {
        assertThat(told).as(pointer).isNotEmpty().allSatisfy(each -> {
            assertThat(each.code()).doesNotMatch(ONLY_NAMED);
            for (var language : Shipped.LANGUAGES) {
                assertThat(each.text(language))
                        .as(language.toString())
                        .isNotBlank()
                        .doesNotContain("{0}", "label.");
            }
        });
    }

    private static List<String> pointers(JsonNode node, String at) {
        List<String> all = new ArrayList<>();
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> {
                String escaped = name.replace("~", "~0").replace("/", "~1");
                all.add(at + "/" + escaped);
                all.addAll(pointers(node.get(name), at + "/" + escaped));
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                all.add(at + "/" + i);
                all.addAll(pointers(node.get(i), at + "/" + i));
            }
        }
        return all;
    }

    private static List<Consumer<JsonNode>> edits(JsonNode tree, String pointer) {
        JsonNode node = tree.at(pointer);
        List<Consumer<JsonNode>> edits = new ArrayList<>();
        edits.add(other -> remove(other, pointer));
        if (node.isValueNode()) {
            edits.add(other -> put(other, pointer, JsonNodeFactory.instance.textNode(node.asText() + "x")));
            edits.add(other -> put(
                    other,
                    pointer,
                    node.isTextual()
                            ? JsonNodeFactory.instance.numberNode(7)
                            : JsonNodeFactory.instance.textNode(node.asText())));
            edits.add(other -> put(other, pointer, JsonNodeFactory.instance.booleanNode(!node.asBoolean())));
        }
        if (node.isArray()) {
            edits.add(other ->
                    ((ArrayNode) other.at(pointer)).insert(0, ((ArrayNode) other.at(pointer)).remove(node.size() - 1)));
            edits.add(other -> ((ArrayNode) other.at(pointer)).add(node.get(0).deepCopy()));
            edits.add(other -> ((ArrayNode) other.at(pointer)).removeAll());
        }
        if (node.isObject()) {
            edits.add(other -> ((ObjectNode) other.at(pointer)).removeAll());
            edits.add(other -> ((ObjectNode) other.at(pointer)).put("unheardOf", "something"));
        }
        return edits;
    }

    private static void remove(JsonNode tree, String pointer) {
        JsonNode parent = tree.at(pointer.substring(0, pointer.lastIndexOf('/')));
        String last = last(pointer);
        if (parent instanceof ObjectNode object) {
            object.remove(last);
        } else {
            ((ArrayNode) parent).remove(Integer.parseInt(last));
        }
    }

    private static void put(JsonNode tree, String pointer, JsonNode value) {
        JsonNode parent = tree.at(pointer.substring(0, pointer.lastIndexOf('/')));
        String last = last(pointer);
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(last), value);
        }
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    /** Also what is explained elsewhere: a byte more, and none of it, in every file of the manifest. */
    @ParameterizedTest
    @MethodSource("ids")
    void shouldNameEveryFileThatIsNotTheSame(String id) {
        Copy before = Shipped.of(id);
        for (String file : before.files().keySet()) {
            Copy after = Shipped.edited(before, file, text -> text + "\n");
            assertThat(Differences.between(before, after)).as(file).isNotEmpty().allMatch(each -> each.file()
                    .equals(file));
            if (!file.equals(before.own())) {
                SortedMap<String, byte[]> fewer = new TreeMap<>(before.files());
                fewer.remove(file);
                Copy without = new Copy(id, fewer);
                assertThat(codes(Differences.between(before, without)))
                        .as(file)
                        .containsExactly("difference.file-gone");
                assertThat(codes(Differences.between(without, before))).as(file).containsExactly("difference.file-new");
            }
        }
    }

    /** Each text between two tags of a rule: a cell, an expression, a list of values, a description. */
    @ParameterizedTest
    @MethodSource("ids")
    void shouldExplainEveryTextOfARule(String id) {
        Copy before = Shipped.of(id);
        Pattern texts = Pattern.compile("<(text|description)>([^<]*)</");
        before.files().keySet().stream().filter(file -> file.endsWith(".dmn")).forEach(file -> {
            String rule = Shipped.text(before, file);
            var found = texts.matcher(rule);
            int tried = 0;
            while (found.find()) {
                String other = rule.substring(0, found.start(2)) + "other" + rule.substring(found.end(2));
                explained(found.group(), Differences.between(before, Shipped.with(before, file, other)));
                tried++;
            }
            assertThat(tried).isGreaterThan(5);
        });
    }

    @Test
    void shouldSayOnlyThatItReadsOtherwise_whenACommentChanged() {
        Copy before = Shipped.of("gent-uitpas");
        Copy after = Shipped.edited(before, before.own(), text -> "# another word\n" + text);

        assertThat(codes(Differences.between(before, after))).containsExactly("difference.layout");
    }

    private static List<String> codes(List<Difference> told) {
        return told.stream().map(Difference::code).toList();
    }
}
