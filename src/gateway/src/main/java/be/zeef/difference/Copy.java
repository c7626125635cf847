package be.zeef.difference;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that decides under one version of an agreement: each file that its manifest covers, with its bytes.
 *
 * @param agreement its id
 * @param files by path, as the manifest has them
 */
public record Copy(String agreement, SortedMap<String, byte[]> files) {

    public Copy {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * As it lies in a folder, every file read once.
     *
     * @param home the folder that holds {@code mappings}, {@code routes} and {@code security/profiles}
     * @throws be.zeef.validation.InvalidMessageException when there is no such agreement, or it breaks a rule
     */
    public static Copy of(Path home, String id) {
        try (Snapshot read = Snapshot.of(home)) {
            Agreements all = new Agreements(read.home().resolve("mappings"));
            Agreement agreement = all.load(id);
            SortedMap<String, byte[]> files = new TreeMap<>();
            for (String path : all.manifest(agreement).files().keySet()) {
                files.put(path, Files.readAllBytes(read.home().resolve(path)));
            }
            return new Copy(agreement.id(), files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path of the agreement's own file. */
    String own() {
        return "mappings/agreements/" + agreement + ".yaml";
    }
}
