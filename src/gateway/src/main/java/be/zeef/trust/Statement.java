package be.zeef.trust;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a person puts their signature under: a few lines that a person can read and that say the same to a machine. It names the act, the
 * agreement and what it is about, so that a signature under one statement is none under any other.
 *
 * @param lines each a word and its value, in their order; printable ASCII, so that nobody can be shown another text than is signed
 */
public record Statement(String act, List<Map.Entry<String, String>> lines) {

    private static final String VERSION = "zeef 1";

    public Statement {
        lines = List.copyOf(lines);
        lines.forEach(line -> {
            if (!(line.getKey() + line.getValue()).matches("[ -~]*")) {
                throw new IllegalArgumentException("a statement is of printable ASCII");
            }
        });
    }

    /** The very bytes to sign. */
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.US_ASCII);
    }

    /** As it is shown, and signed. */
    public String text() {
        return VERSION + ": " + act + "\n"
                + lines.stream()
                        .map(line -> line.getKey() + ": " + line.getValue() + "\n")
                        .collect(Collectors.joining());
    }
}
