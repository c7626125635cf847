package be.zeef.agreement;

import be.zeef.security.reading.Parts;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which files decide under an agreement: its own, its schema and its rules; the whole folder of every source, service and
 * recipient that it names, with what their schemas and stylesheets draw in; what inscribes people; the signing profiles, which
 * say how far an answer is believed; and all routes. A file that appears in such a folder decides too. Texts for readers ({@code .md}) do not, nor do cases of
 * the rule.
 */
final class BindingFiles {

    private static final String MAGDA = "mappings/sources/magda";
    private static final String PROFILES = "security/profiles";

    private final Agreement agreement;
    private final Path home;
    private final SortedSet<String> found = new TreeSet<>();

    private BindingFiles(Agreement agreement, Path home) {
        this.agreement = agreement;
        this.home = home;
    }

    /** Their paths from {@code home}. */
    static SortedSet<String> of(Agreement agreement, Path home) throws IOException {
        SortedSet<String> files = named(agreement, home);
        SortedSet<String> all = new TreeSet<>(files);
        for (String file : files) {
            for (Path part : Parts.of(home.resolve(file))) {
                all.add(path(home, part));
            }
        }
        return all;
    }

    /** The same without what schemas and stylesheets draw in: that changes only when one of these does. */
    static SortedSet<String> named(Agreement agreement, Path home) throws IOException {
        BindingFiles files = new BindingFiles(agreement, home);
        files.always();
        files.sources();
        files.recipients();
        return files.found;
    }

    private void always() throws IOException {
        file("mappings/agreements/" + agreement.id() + ".yaml");
        file("mappings/agreements/agreement.schema.json");
        agreement
                .benefits()
                .forEach(benefit -> file("mappings/" + benefit.rule().file()));
        // what codes mean is read for all agreements: it says under which cause somebody is undetermined
        file(MAGDA + "/exceptions.yaml");
        file("mappings/sources/ksz-soap/statuses.yaml");
        // all routes run in one context, where any of them may stand in the way of any other
        flat("routes");
    }

    private void sources() throws IOException {
        if (agreement.isListed() || !agreement.services().isEmpty()) {
            magda();
        }
        if (agreement.isListed()) {
            tree(agreement.list().isOnline() ? "mappings/sources/ksz-soap" : "mappings/sources/ksz");
        }
        if (agreement.advice().remote()) {
            tree("mappings/sources/advice");
        }
        if (agreement.payment().isPresent()) {
            tree("mappings/sources/groeipakket");
        }
    }

    /** The services it asks, and those that inscribe people, of which the settings choose one. */
    private void magda() throws IOException {
        flat(MAGDA);
        for (Agreement.ServiceAsked asked : agreement.services()) {
            tree(MAGDA + "/" + asked.service());
        }
        for (Path folder : list(MAGDA)) {
            String name = folder.getFileName().toString();
            if (name.startsWith("RegistreerInschrijving-") || name.startsWith("RegistreerUitschrijving-")) {
                tree(MAGDA + "/" + name);
            }
        }
        flat(PROFILES);
    }

    private void recipients() throws IOException {
        flat("mappings/recipients");
        for (Benefit benefit : agreement.benefits()) {
            tree("mappings/recipients/" + benefit.recipient().system());
        }
    }

    private void file(String name) {
        if (Files.isRegularFile(home.resolve(name))) {
            found.add(name);
        }
    }

    private void flat(String folder) throws IOException {
        list(folder).forEach(this::add);
    }

    private void tree(String folder) throws IOException {
        Path root = home.resolve(folder);
        if (Files.isDirectory(root)) {
            try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
                files.forEach(this::add);
            }
        }
    }

    private void add(Path path) {
        if (Files.isRegularFile(path) && !path.getFileName().toString().endsWith(".md")) {
            found.add(path(home, path));
        }
    }

    private List<Path> list(String folder) throws IOException {
        Path root = home.resolve(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root)) {
            return files.toList();
        }
    }

    private static String path(Path home, Path file) {
        return home.relativize(file).toString().replace('\\', '/');
    }
}
