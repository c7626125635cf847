package be.zeef.settings;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import be.zeef.validation.YamlPlaces;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Names in the settings that must be those of something that is there: agreements, partners, services, signing profiles. */
final class KnownNames {

    private static final String SFTP = "sftp:";

    private final Path home;
    private final Map<Kind, Collection<String>> beside;
    private final Map<Kind, Collection<String>> known = new EnumMap<>(Kind.class);

    /** @param partners those that are built in */
    KnownNames(Path home, Collection<String> partners) {
        this.home = home;
        this.beside = Map.of(Kind.PARTNER, partners, Kind.SERVICE, Set.of("default"));
    }

    /** What is named, and where it lies. */
    enum Kind {
        AGREEMENT("mappings/agreements", ".yaml", Files::isRegularFile),
        PARTNER("mappings/recipients", "", folder -> Files.exists(folder.resolve("recipient.yaml"))),
        SERVICE("mappings/sources/magda", "", Files::isDirectory),
        PROFILE("security/profiles", ".yaml", Files::isRegularFile);

        private final String folder;
        private final String ending;
        private final Predicate<Path> counts;

        Kind(String folder, String ending, Predicate<Path> counts) {
            this.folder = folder;
            this.ending = ending;
            this.counts = counts;
        }
    }

    /** A name that nothing bears. */
    record Stranger(String name, Kind kind, Collection<String> known) {

        Finding at(Location place) {
            Optional<String> near = Nearest.to(name, known);
            return near.isPresent()
                    ? Finding.error("settings.not-there-near", place, name, kind.folder, near.get())
                    : Finding.error("settings.not-there", place, name, kind.folder, String.join(", ", known));
        }
    }

    /** Told the pointer of each name that nothing bears. */
    interface Told {
        void tell(String pointer, Stranger stranger);
    }

    /** @throws SettingsException when a folder to look into is not there */
    void hold(JsonNode settings, Told told) {
        for (String block : List.of("/populations", "/associations", "/magda/senders", "/payment/debtors")) {
            keys(settings, block, Kind.AGREEMENT, told);
        }
        for (String list : listsOfAgreements(settings)) {
            for (int i = 0; i < settings.at(list).size(); i++) {
                value(settings, list + "/" + i, Kind.AGREEMENT, told);
            }
        }
        partners(settings, told);
        keys(settings, "/magda/endpoints", Kind.SERVICE, told);
        value(settings, "/magda/inscription/inscribe", Kind.SERVICE, told);
        value(settings, "/magda/inscription/end", Kind.SERVICE, told);
        value(settings, "/magda/signing", Kind.PROFILE, told);
        value(settings, "/kszSoap/signing", Kind.PROFILE, told);
    }

    /** Of each caller and of each role. */
    private static List<String> listsOfAgreements(JsonNode settings) {
        List<String> pointers = new ArrayList<>();
        for (int i = 0; i < settings.at("/counter/callers").size(); i++) {
            pointers.add("/counter/callers/" + i + "/agreements");
        }
        settings.at("/counter/oidc/roles")
                .fieldNames()
                .forEachRemaining(role -> pointers.add("/counter/oidc/roles/" + YamlPlaces.step(role)));
        return pointers;
    }

    private void keys(JsonNode tree, String block, Kind kind, Told told) {
        tree.at(block)
                .fieldNames()
                .forEachRemaining(name -> name(block + "/" + YamlPlaces.step(name), name, kind, told));
    }

    /** Recipients, those that are built in, and whoever keeps checkpoints of the ledger. */
    private void partners(JsonNode tree, Told told) {
        String place = tree.at("/ledger/secondPlace").asText();
        String keeper = place.startsWith(SFTP) ? place.substring(SFTP.length()) : "";
        keys(tree, "/partners", Kind.PARTNER, (pointer, stranger) -> {
            if (!stranger.name().equals(keeper)) {
                told.tell(pointer, stranger);
            }
        });
        if (!keeper.isEmpty() && !tree.path("partners").has(keeper)) {
            name("/ledger/secondPlace", keeper, Kind.PARTNER, told);
        }
    }

    private void value(JsonNode tree, String at, Kind kind, Told told) {
        if (tree.at(at).isTextual()) {
            name(at, tree.at(at).textValue(), kind, told);
        }
    }

    private void name(String pointer, String name, Kind kind, Told told) {
        Collection<String> all = known.computeIfAbsent(kind, this::below);
        if (!all.contains(name)) {
            told.tell(pointer, new Stranger(name, kind, all));
        }
    }

    private Collection<String> below(Kind kind) {
        Path folder = home.resolve(kind.folder);
        Collection<String> names = new TreeSet<>(beside.getOrDefault(kind, List.of()));
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(kind.counts)
                    .map(each -> each.getFileName().toString())
                    .filter(name -> name.endsWith(kind.ending))
                    .forEach(name -> names.add(name.substring(0, name.length() - kind.ending.length())));
            return names;
        } catch (IOException e) {
            throw new SettingsException(
                    folder + " cannot be read: home names the folder in which routes/, mappings/ and security/ lie"
                            + " (docs/configuration.md).",
                    e);
        }
    }
}
