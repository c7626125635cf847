package be.zeef.check.route;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.net.ftp.FTPClientConfig;
import org.apache.commons.net.ftp.FTPSClient;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.io.SocketConfig;

/**
 * Options that a component hands on to a library below it, such as {@code ftpClient.endpointCheckingEnabled}. Camel's catalogue
 * knows only that they may be there; FTP ignores one that is misspelt, and then checks no host name.
 */
final class NestedOptions {

    private static final Map<String, List<Class<?>>> SET_ON = Map.of(
            "ftpClient", List.of(FTPSClient.class),
            "ftpClientConfig", List.of(FTPClientConfig.class),
            "httpClient",
                    List.of(
                            HttpClientBuilder.class,
                            RequestConfig.Builder.class,
                            ConnectionConfig.Builder.class,
                            SocketConfig.Builder.class));

    private NestedOptions() {}

    /** Whether this is an option of a library that it has not. */
    static boolean isUnknown(String option) {
        int dot = option.indexOf('.');
        if (dot < 0 || !SET_ON.containsKey(option.substring(0, dot)) || dot + 1 == option.length()) {
            return false;
        }
        String name = option.substring(dot + 1);
        String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return SET_ON.get(option.substring(0, dot)).stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .noneMatch(method -> method.getName().equals(setter));
    }
}
