package be.zeef.check;

import be.zeef.security.PrivateFiles;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whether anything in the data folder (keys, database, logs, deliveries) can be opened by another user of the machine. */
public final class PermissionCheck {

    private PermissionCheck() {}

    /** One finding a folder, with how many of its entries are too wide, itself included. */
    public static Report of(Path data) throws IOException {
        Findings findings = new Findings();
        if (Files.isDirectory(data)) {
            wide(data)
                    .forEach((folder, count) -> findings.add(Finding.error(
                            "check.wide", Location.WHOLE, Integer.toString(count), folder, data.toString())));
        }
        return findings.report("permissions");
    }

    private static Map<String, Integer> wide(Path data) throws IOException {
        Map<String, Integer> byFolder = new TreeMap<>();
        try (Stream<Path> all = Files.walk(data)) {
            for (Path each : all.toList()) {
                if (PrivateFiles.isWide(each)) {
                    Path folder = Files.isDirectory(each) ? each : each.getParent();
                    byFolder.merge(folder.toString(), 1, Integer::sum);
                }
            }
        }
        return byFolder;
    }
}
