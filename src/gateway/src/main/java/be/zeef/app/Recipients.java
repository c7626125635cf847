package be.zeef.app;

import be.zeef.packing.DeliveryForms;
import be.zeef.packing.SealedPacker;
import be.zeef.recipient.ColumnForms;
import be.zeef.recipient.Recipient;
import be.zeef.recipient.RecipientFile;
import be.zeef.recipient.SignedReceipts;
import be.zeef.recipient.education.TariffForms;
import be.zeef.recipient.ivago.GrantForms;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every recipient that files are delivered to: each folder of {@code mappings/recipients} with a {@code recipient.yaml}, by its
 * name, which agreements give as {@code recipient.system}.
 */
public final class Recipients {

    /** The ways to write a delivery, by what {@code recipient.yaml} calls them. */
    private static final Map<String, Function<RecipientFile, DeliveryForms>> FORMS =
            Map.of("columns", ColumnForms::new, "tariffs", TariffForms::new, "grants", GrantForms::new);

    private final Path mappings;

    private Recipients(Path mappings) {
        this.mappings = mappings;
    }

    /** Those below this folder of mappings. */
    public static Recipients in(Path mappings) {
        return new Recipients(mappings);
    }

    /** The systems; each has a mailbox, and so routes, of the same name. */
    public SortedSet<String> systems() {
        Path all = mappings.resolve("recipients");
        if (!Files.isDirectory(all)) {
            return new TreeSet<>();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("recipient.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(all + " cannot be listed: " + e.getMessage(), e);
        }
    }

    /** What is to be said about what each of them is told, and about its column map where it has one. */
    public List<Report> reports() {
        return systems().stream().map(this::report).toList();
    }

    private Report report(String system) {
        try {
            return forms(system).about();
        } catch (InvalidMessageException e) {
            return e.report();
        }
    }

    /**
     * The values of a flag that this recipient understands; empty when it is not one that files are delivered to, or when its
     * file is refused, which {@link #reports} tells.
     */
    public Optional<SortedSet<String>> values(String system) {
        try {
            return systems().contains(system) ? Optional.of(file(system).rules().values()) : Optional.empty();
        } catch (InvalidMessageException e) {
            return Optional.empty();
        }
    }

    /** Whom deliveries of each series go to; those whose file is refused, which {@link #reports} tells, are left out. */
    public SortedMap<String, SortedSet<String>> bySeries() {
        SortedMap<String, SortedSet<String>> all = new TreeMap<>();
        for (String system : systems()) {
            try {
                all.computeIfAbsent(file(system).series(), none -> new TreeSet<>())
                        .add(system);
            } catch (InvalidMessageException e) {
                continue;
            }
        }
        return all;
    }

    /**
     * Holds a decrypted CSV delivery to this recipient against its contract.
     *
     * @throws InvalidMessageException when the recipient's own files cannot be used
     */
    public Report check(String system, Path file) throws IOException {
        return forms(system).check(file);
    }

    /**
     * The recipient of this name, wired; empty when there is none.
     *
     * @throws InvalidMessageException when the recipient's own files cannot be used
     */
    public Optional<Recipient> named(String system, Settings settings, Keys keys, Clock clock) {
        if (!systems().contains(system)) {
            return Optional.empty();
        }
        return Optional.of(new Recipient(
                system,
                new SealedPacker(keys, system, forms(system)),
                new SignedReceipts(mappings, keys, system, clock),
                settings.partner(system).receiptWithin()));
    }

    DeliveryForms forms(String system) {
        RecipientFile file = file(system);
        return FORMS.get(file.forms()).apply(file);
    }

    private RecipientFile file(String system) {
        return RecipientFile.read(folder(system), FORMS.keySet());
    }

    private Path folder(String system) {
        return mappings.resolve("recipients").resolve(system);
    }
}
