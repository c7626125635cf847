package be.zeef.source.ocmw;

import be.zeef.settings.SettingsException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Finds the JDBC driver of the town's database: among the jars of its own folder first, then among what Zeef brings. The jars
 * see the Java platform and each other, and nothing of Zeef's, so that no version of a library of theirs meets one of ours.
 */
final class Drivers implements AutoCloseable {

    private final Path folder;
    private Optional<URLClassLoader> jars = Optional.empty();

    Drivers(Path folder) {
        this.folder = folder;
    }

    /**
     * The driver that understands this URL.
     *
     * @throws SettingsException naming the setting and the folder, when none does
     */
    synchronized Driver of(String url) {
        close();
        jars = loader();
        return jars.flatMap(loader -> first(loader, url))
                .or(() -> first(Drivers.class.getClassLoader(), url))
                .orElseThrow(() -> new SettingsException("ocmw.url: no JDBC driver understands '" + kind(url)
                        + "'. Put the driver's jar, and those it needs, into " + folder
                        + " (ocmw.drivers), or correct the URL."));
    }

    /** {@code jdbc:sqlserver}: what follows may hold a host, and by mistake a password. */
    private static String kind(String url) {
        String[] parts = url.split(":", 3);
        return parts.length < 2 ? "" : parts[0] + ":" + parts[1];
    }

    private Optional<URLClassLoader> loader() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<URL> urls = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(Drivers::url)
                    .toList();
            return urls.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new URLClassLoader(
                            "ocmw-drivers", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
        } catch (IOException e) {
            throw new SettingsException(folder, "ocmw.drivers: the folder cannot be read. Let this user read it.", e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A jar that holds something else, or a driver that does not load, is passed over: another may do. */
    private static Optional<Driver> first(ClassLoader loader, String url) {
        Iterator<Driver> all = ServiceLoader.load(Driver.class, loader).iterator();
        while (true) {
            try {
                if (!all.hasNext()) {
                    return Optional.empty();
                }
                Driver driver = all.next();
                if (driver.acceptsURL(url)) {
                    return Optional.of(driver);
                }
            } catch (ServiceConfigurationError | SQLException e) {
                continue;
            }
        }
    }

    @Override
    public synchronized void close() {
        jars.ifPresent(loader -> {
            try {
                loader.close();
            } catch (IOException e) {
                // its files are read-only to us: nothing is lost
            }
        });
        jars = Optional.empty();
    }
}
