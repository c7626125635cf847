package be.zeef.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files in a partner's folder that its server shows under hostile names. On this machine's disk each has a harmless name,
 * since no file system holds all of the others. Who asks the server for one of them is remembered.
 */
public final class HostileFolder {

    private final Path folder;
    private final Map<String, String> shown = new ConcurrentSkipListMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    public HostileFolder(Path folder) {
        this.folder = folder;
    }

    /** Lays a file of this content there under each of the names. */
    public void lay(List<String> names, byte[] content) throws IOException {
        for (String name : names) {
            String disk = "hostile-" + (1000 + shown.size());
            Files.write(folder.resolve(disk), content);
            shown.put(disk, name);
        }
    }

    /** Lays the same there without a server in between: only what this machine's disk holds. */
    public static List<String> layOnDisk(Path folder, List<String> names, byte[] content) throws IOException {
        List<String> laid = new ArrayList<>();
        for (String name : names) {
            boolean held = name.indexOf('/') < 0
                    && name.indexOf('\0') < 0
                    && name.getBytes(StandardCharsets.UTF_8).length <= 255;
            if (held) {
                Files.write(folder.resolve(name), content);
                laid.add(name);
            }
        }
        return laid;
    }

    /** The name that the server shows for a file of the disk. */
    public String shown(String disk) {
        return shown.getOrDefault(disk, disk);
    }

    /** The file of the disk that a client means by this path, when it means a hostile one. */
    public Optional<Path> meant(String path) {
        return shown.entrySet().stream()
                .filter(each -> path.equals(each.getValue()) || path.endsWith("/" + each.getValue()))
                .findFirst()
                .map(each -> {
                    asked.add(each.getKey());
                    return folder.resolve(each.getKey());
                });
    }

    /** How many of them a client asked for, by whatever command. */
    public int asked() {
        return asked.size();
    }

    /** From now on the server shows every name as it is. */
    public void forget() {
        shown.clear();
        asked.clear();
    }

    /** The folder on the disk. */
    public Path disk() {
        return folder;
    }

    /** A folder and a link there, named as files are. */
    public void layOthers(String folderName, String linkName, byte[] content) throws IOException {
        Files.createDirectory(folder.resolve(folderName));
        Path target = Files.write(folder.resolveSibling("behind-the-link-" + linkName), content);
        Files.createSymbolicLink(folder.resolve(linkName), target);
    }

    /** Everything on the disk. */
    public Set<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
