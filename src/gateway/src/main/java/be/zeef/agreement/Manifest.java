package be.zeef.agreement;

import be.zeef.security.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything that decides under an agreement: each file with the SHA-256 of its bytes. Its {@link #text} is what both
 * data-protection officers sign, and the SHA-256 of that text is the agreement's version; {@code sha256sum} makes both.
 *
 * @param agreement its id
 * @param files hexadecimal SHA-256 by path; paths are told from {@code home}, with slashes
 */
public record Manifest(String agreement, SortedMap<String, String> files) {

    /** In bytes; that of the largest agreement that ships has some 3 kB. */
    public static final int LARGEST = 1 << 20;

    private static final String HEAD = "# zeef manifest 1 ";
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern FILE = Pattern.compile("(?:[A-Za-z0-9_][A-Za-z0-9._-]*/)*[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (" + FILE.pattern() + ")");

    public Manifest {
        if (!ID.matcher(agreement).matches() || !files.keySet().stream().allMatch(Manifest::canName)) {
            throw new IllegalArgumentException("a manifest names an agreement and files by plain names");
        }
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Whether a path can stand in a manifest: letters, digits, {@code . _ -} and slashes, and no name with a dot in front. */
    public static boolean canName(String path) {
        return FILE.matcher(path).matches();
    }

    /** What is signed: a head, then one line a file in the order of their paths, as {@code sha256sum} writes and checks them. */
    public String text() {
        StringBuilder text = new StringBuilder(HEAD).append(agreement).append('\n');
        files.forEach(
                (file, digest) -> text.append(digest).append("  ").append(file).append('\n'));
        return text.toString();
    }

    /** SHA-256 of the text, in hexadecimal. */
    public String version() {
        return Sha256.hex(text().getBytes(StandardCharsets.US_ASCII));
    }

    /** The manifest that this is the text of; empty when it is none, to the last byte. */
    public static Optional<Manifest> read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).startsWith(HEAD)) {
            return Optional.empty();
        }
        String id = lines.get(0).substring(HEAD.length());
        SortedMap<String, String> files = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                return Optional.empty();
            }
            files.put(parts.group(2), parts.group(1));
        }
        return Optional.of(id)
                .filter(name -> ID.matcher(name).matches())
                .map(name -> new Manifest(name, files))
                .filter(read -> read.text().equals(text));
    }

    /** What became of a file. */
    public enum Change {
        CHANGED,
        GONE,
        NEW
    }

    /** One file that is not what it was. */
    public record Difference(Change change, String file) {}

    /** What is different now from what this manifest says; in the order of the paths. */
    public List<Difference> differences(Manifest now) {
        List<Difference> differences = new ArrayList<>();
        TreeSet<String> all = new TreeSet<>(files.keySet());
        all.addAll(now.files.keySet());
        for (String file : all) {
            if (!now.files.containsKey(file)) {
                differences.add(new Difference(Change.GONE, file));
            } else if (!files.containsKey(file)) {
                differences.add(new Difference(Change.NEW, file));
            } else if (!files.get(file).equals(now.files.get(file))) {
                differences.add(new Difference(Change.CHANGED, file));
            }
        }
        return differences;
    }
}
