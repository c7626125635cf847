package be.zeef.payment.release;

import be.zeef.payment.PaymentFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * That this file may go to the bank.
     *
     * @param composer who composed it; nobody, when a run without a key did
     */
    static Statement release(String agreement, PaymentFiles.Row file, Optional<String> composer) {
        return new Statement(
                "release of a payment file",
                List.of(
                        line("agreement", agreement),
                        line("file", file.name()),
                        line("format", file.format()),
                        line("payments", Integer.toString(file.payments())),
                        line("cents", Long.toString(file.cents())),
                        line("execution", file.execution().toString()),
                        line("sha-256", file.digest()),
                        line("composed by", composer.orElse("nobody"))));
    }

    /** That this person's run composed this file. */
    static Statement composition(String agreement, PaymentFiles.Row file, String person) {
        return new Statement(
                "composition of a payment file",
                List.of(
                        line("agreement", agreement),
                        line("file", file.name()),
                        line("sha-256", file.digest()),
                        line("composed by", person)));
    }

    /**
     * That somebody wants to see the names and accounts in a file.
     *
     * @param once was never used before
     */
    static Statement sight(String agreement, String what, String at, String once) {
        return new Statement(
                "sight of names and accounts",
                List.of(line("agreement", agreement), line("file", what), line("at", at), line("once", once)));
    }

    private static Map.Entry<String, String> line(String word, String value) {
        return Map.entry(word, value);
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
