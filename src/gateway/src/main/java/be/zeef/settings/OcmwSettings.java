package be.zeef.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The local welfare database.
 *
 * @param drivers folder of the jars of its JDBC driver; it need not exist where Zeef brings the driver
 * @param properties what else the driver wants to be told, as its manual names it
 * @param view with the columns {@code insz, maatregel, begin, einde}
 * @param atOnce most connections at a time, 1 or more
 * @param loginTimeout how long a connection is waited for, a quarter of a second or more
 * @param timeout how long one query may take, a second or more
 */
public record OcmwSettings(
        String url,
        Path drivers,
        Map<String, String> properties,
        String user,
        String password,
        String view,
        int atOnce,
        Duration loginTimeout,
        Duration timeout) {
    public OcmwSettings {
        properties = Map.copyOf(properties);
    }

    /** Shows no password, of which a URL or a property may hold another. */
    @Override
    public String toString() {
        return "OcmwSettings[" + view + "]";
    }
}
