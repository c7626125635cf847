package be.zeef.difference;

import be.zeef.agreement.Agreements;
import be.zeef.security.reading.Yaml;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The agreements that ship, and the same with one thing changed. */
final class Shipped {

    static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH, Locale.FRENCH);

    private Shipped() {}

    static List<String> ids() {
        return new Agreements(Path.of("mappings")).ids();
    }

    static Copy of(String id) {
        return Copy.of(Path.of(""), id);
    }

    static JsonNode tree(Copy copy) throws IOException {
        return Yaml.tree(text(copy, copy.own()));
    }

    static Copy with(Copy copy, JsonNode tree) {
        return with(copy, copy.own(), Yaml.written(tree));
    }

    static Copy with(Copy copy, String file, String text) {
        SortedMap<String, byte[]> files = new TreeMap<>(copy.files());
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return new Copy(copy.agreement(), files);
    }

    static Copy edited(Copy copy, String file, UnaryOperator<String> edit) {
        return with(copy, file, edit.apply(text(copy, file)));
    }

    static String text(Copy copy, String file) {
        return new String(copy.files().get(file), StandardCharsets.UTF_8);
    }
}
