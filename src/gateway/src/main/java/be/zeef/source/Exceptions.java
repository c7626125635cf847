package be.zeef.source;

import be.zeef.security.reading.Yaml;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The catalogue of a source's exception codes: what each means, by code and level, never by its text. Immutable. */
public final class Exceptions {

    /** The level of an exception about one question. */
    public static final int QUESTION = 3;

    private final Map<String, Map<Integer, Meaning>> byCode;

    private Exceptions(Map<String, Map<Integer, Meaning>> byCode) {
        this.byCode = byCode;
    }

    private record Row(String code, Integer level, String means, String why) {
        Meaning meaning() {
            try {
                return Meaning.valueOf(means.replace('-', '_').toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "The code " + code + " means '" + means
                                + "', which is no meaning; the head of its file lists them",
                        e);
            }
        }
    }

    /**
     * MAGDA's catalogue below this folder.
     *
     * @throws IllegalArgumentException naming the code, when its meaning is none of {@link Meaning}
     */
    public static Exceptions magda(Path mappings) {
        return read(mappings.resolve("sources/magda/exceptions.yaml"));
    }

    /**
     * The catalogue in this file; each row has a code, what it means, why, and a level where it matters.
     *
     * @throws IllegalArgumentException naming the code, when its meaning is none of {@link Meaning}
     */
    public static Exceptions read(Path file) {
        try {
            List<Row> rows = Yaml.value(file, new TypeReference<List<Row>>() {});
            Map<String, Map<Integer, Meaning>> byCode = new HashMap<>();
            for (Row row : rows) {
                Meaning before = byCode.computeIfAbsent(row.code(), none -> new TreeMap<>())
                        .put(row.level() == null ? 0 : row.level(), row.meaning());
                if (before != null) {
                    throw new IllegalArgumentException(
                            file + ": the code " + row.code() + " stands twice; remove one of the two");
                }
            }
            return new Exceptions(byCode);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** @param level 1 a SOAP fault, 2 the whole message, 3 this question */
    public Meaning of(String code, int level) {
        Map<Integer, Meaning> levels = byCode.getOrDefault(code, Map.of());
        return levels.getOrDefault(level, levels.getOrDefault(0, Meaning.UNKNOWN));
    }

    /** The codes of the catalogue. */
    public Set<String> codes() {
        return Collections.unmodifiableSet(byCode.keySet());
    }
}
