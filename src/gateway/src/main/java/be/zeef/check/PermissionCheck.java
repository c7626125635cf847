package be.zeef.check;

import be.zeef.security.PrivateFiles;
import be.zeef.settings.PaymentSettings;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether anything that we keep (keys, logs, the database, deliveries, payment files) can be opened by another user of the machine,
 * wherever the settings say that it lies. What comes and goes while it is looked at is no fault.
 */
public final class PermissionCheck {

    private final Findings findings = new Findings();

    private PermissionCheck() {}

    /** One finding a folder, with how many of its entries are too wide, itself included. */
    public static Report of(Settings settings) throws IOException {
        PermissionCheck check = new PermissionCheck();
        for (Path place : places(settings)) {
            check.look(place);
        }
        return check.findings.report("permissions");
    }

    /** The data folder, and what lies elsewhere. */
    private static Set<Path> places(Settings settings) {
        Path data = settings.data().toAbsolutePath().normalize();
        Set<Path> places = new LinkedHashSet<>();
        places.add(settings.data());
        Storage.file(settings.database())
                .filter(file -> !file.normalize().startsWith(data))
                .ifPresent(places::add);
        Path payments = settings.payment().folder();
        if (settings.payment().via() == PaymentSettings.Via.FOLDER
                && !payments.toAbsolutePath().normalize().startsWith(data)) {
            places.add(payments);
        }
        return places;
    }

    private void look(Path place) throws IOException {
        wide(place)
                .forEach((folder, count) -> findings.add(Finding.error(
                        "check.wide", Location.WHOLE, Integer.toString(count), folder, place.toString())));
    }

    private static Map<String, Integer> wide(Path place) throws IOException {
        Map<String, Integer> byFolder = new TreeMap<>();
        Files.walkFileTree(place, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes seen) throws IOException {
                return count(folder, folder);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
                return count(file, file.getParent());
            }

            /** A folder that is not ours to look into may still be open to others. */
            @Override
            public FileVisitResult visitFileFailed(Path path, IOException why) throws IOException {
                return Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? count(path, path) : FileVisitResult.CONTINUE;
            }

            private FileVisitResult count(Path path, Path folder) throws IOException {
                try {
                    if (PrivateFiles.isWide(path)) {
                        byFolder.merge(folder.toString(), 1, Integer::sum);
                    }
                } catch (NoSuchFileException gone) {
                    // it was a temporary file
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return byFolder;
    }
}
