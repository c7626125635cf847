package be.zeef.difference;

import be.zeef.security.reading.Yaml;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What changed from one version to another. Everything that the manifest covers is explained or named: of the agreement each
 * key, of a rule each row, of anything else the file; what only reads differently and says the same is named too. Empty when, and only
 * when, every file is the same to the byte.
 */
public final class Differences {

    private final Copy before;
    private final Copy after;
    private final List<Difference> told = new ArrayList<>();
    private final SortedSet<String> explained = new TreeSet<>();

    private Differences(Copy before, Copy after) {
        this.before = before;
        this.after = after;
    }

    /** In the order in which they stand: the agreement, its rules, then the other files by their paths. */
    public static List<Difference> between(Copy before, Copy after) {
        Differences both = new Differences(before, after);
        both.agreement();
        both.others();
        return List.copyOf(both.told);
    }

    private void agreement() {
        byte[] was = before.files().get(before.own());
        byte[] is = after.files().get(after.own());
        explained.add(before.own());
        explained.add(after.own());
        JsonNode old = tree(was);
        JsonNode now = tree(is);
        List<Difference> changes = new TreeDifferences(after.own(), old, now).all();
        told.addAll(changes);
        if (changes.isEmpty() && !Arrays.equals(was, is)) {
            told.add(named("difference.layout", after.own()));
        }
        Map<String, String> rulesNow = rules(now);
        rules(old).forEach((benefit, file) -> Optional.ofNullable(rulesNow.get(benefit))
                .ifPresent(other -> rule(benefit, file, other)));
    }

    /** The rule's file by the benefit's name, the agreement's own under an empty one. */
    private static Map<String, String> rules(JsonNode tree) {
        Map<String, String> files = new TreeMap<>();
        files.put("", "mappings/" + tree.at("/rule/file").asText());
        tree.path("benefits")
                .properties()
                .forEach(each -> files.put(
                        each.getKey(),
                        "mappings/" + each.getValue().at("/rule/file").asText()));
        return files;
    }

    private void rule(String benefit, String was, String is) {
        byte[] old = before.files().get(was);
        byte[] now = after.files().get(is);
        if (old == null || now == null || !explained.add("rule " + was + " " + is)) {
            return;
        }
        explained.add(was);
        explained.add(is);
        if (!Arrays.equals(old, now)) {
            List<Difference> changes = RuleDifferences.between(is, old, now);
            changes.forEach(each -> told.add(benefit.isEmpty() ? each : each.ofBenefit(benefit)));
        }
    }

    private void others() {
        SortedSet<String> all = new TreeSet<>(before.files().keySet());
        all.addAll(after.files().keySet());
        all.removeAll(explained);
        for (String file : all) {
            byte[] was = before.files().get(file);
            byte[] is = after.files().get(file);
            if (was == null) {
                told.add(named("difference.file-new", file));
            } else if (is == null) {
                told.add(named("difference.file-gone", file));
            } else if (!Arrays.equals(was, is)) {
                told.add(named("difference.file-changed", file));
            }
        }
    }

    private static Difference named(String code, String file) {
        return Difference.of(file, "", Words.Sentence.of(code, FileKind.of(file).words(), Words.said(file)));
    }

    private static JsonNode tree(byte[] yaml) {
        try {
            return Yaml.tree(Yaml.text(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
