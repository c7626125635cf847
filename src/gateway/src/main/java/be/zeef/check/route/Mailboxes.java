package be.zeef.check.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which mailboxes have a route of a template that writes to them, and one that reads from them. */
public final class Mailboxes {

    private final List<TemplatedRoute> made;

    private Mailboxes(List<TemplatedRoute> made) {
        this.made = made;
    }

    /** Those of a folder of routes; a file that cannot be read has none, which the check of routes tells. */
    public static Mailboxes in(Path routes) {
        try (Stream<Path> files = Files.list(routes)) {
            return new Mailboxes(files.filter(file -> file.toString().endsWith(".yaml"))
                    .flatMap(Mailboxes::made)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(routes + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private static Stream<TemplatedRoute> made(Path file) {
        try {
            return RouteFile.read(file).made().stream();
        } catch (IOException | IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    /** Those that files can be put into. */
    public SortedSet<String> written() {
        return by("-put");
    }

    /** Those that files come from. */
    public SortedSet<String> watched() {
        return by("-watch");
    }

    private SortedSet<String> by(String way) {
        return made.stream()
                .filter(route -> route.template().endsWith(way))
                .map(route -> route.parameters().getOrDefault("mailbox", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
