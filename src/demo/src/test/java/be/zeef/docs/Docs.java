package be.zeef.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What README.md and docs/*.md quote: blocks, the commands that are typed in them, and code within a line. */
public final class Docs {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern IN_LINE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern TYPED = Pattern.compile("(?m)^(?:\\$ |(?=\\./zeef|mvn |keytool ))((?:.*\\\\\\n)*.*)$");

    private Docs() {}

    /** @param text as it stands in the document, or a typed command without its prompt and with its lines joined */
    public record Quoted(Path document, int line, String language, String text) {

        @Override
        public String toString() {
            return document + ":" + line + " " + text.lines().findFirst().orElse("");
        }
    }

    static List<Path> documents() {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Quoted> blocks() {
        return documents().stream()
                .flatMap(document -> found(document, text(document), BLOCK, 1, 2).stream())
                .toList();
    }

    /** What is typed at a prompt, or where a block has commands only. */
    public static List<Quoted> typed() {
        return blocks().stream()
                .filter(block -> block.language().isEmpty())
                .flatMap(block -> found(block.document(), block.text(), TYPED, 0, 1).stream()
                        .map(typed -> new Quoted(
                                block.document(),
                                block.line() + typed.line(),
                                "",
                                typed.text().replaceAll("\\\\\\n\\s*", ""))))
                .toList();
    }

    /** Code within a line; of alternatives ({@code list\|show}) there is one for each. */
    public static List<Quoted> inLine() {
        return documents().stream()
                .flatMap(document -> found(document, withoutBlocks(text(document)), IN_LINE, 0, 1).stream())
                .flatMap(Docs::alternatives)
                .toList();
    }

    private static Stream<Quoted> alternatives(Quoted code) {
        Matcher several = Pattern.compile("\\S+(?:\\\\\\|\\S+)+").matcher(code.text());
        return several.find()
                ? Stream.of(several.group().split("\\\\\\|"))
                        .map(one -> new Quoted(
                                code.document(), code.line(), "", several.replaceFirst(Matcher.quoteReplacement(one))))
                : Stream.of(code);
    }

    private static List<Quoted> found(Path document, String text, Pattern pattern, int language, int group) {
        List<Quoted> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int line = (int) text.substring(0, matcher.start()).lines().count() + 1;
            all.add(new Quoted(document, line, language == 0 ? "" : matcher.group(language), matcher.group(group)));
        }
        return all;
    }

    /** Their lines stay, so that lines are counted well. */
    private static String withoutBlocks(String text) {
        return BLOCK.matcher(text)
                .replaceAll(block -> "\n".repeat((int) block.group().lines().count() - 1));
    }

    private static String text(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a decision that is named by its number, such as {@code docs/adr/0017}. */
    static Path decision(String number) {
        try (Stream<Path> decisions = Files.list(Path.of("docs/adr"))) {
            return decisions
                    .filter(file -> file.toString().startsWith(number + "-"))
                    .findFirst()
                    .orElse(Path.of(number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The block of YAML that has this in it. */
    static String yaml(String part) {
        return blocks().stream()
                .filter(block -> block.language().equals("yaml") && block.text().contains(part))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
