package be.zeef.route;

import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The routes over HTTP as they ship, leading to one address. */
final class WebRoutes {

    static final List<String> NAMES = List.of("advice", "uitpas", "uitpas-token");

    private WebRoutes() {}

    static Settings settings(Path home, String url, String connectTimeout, String receiveTimeout) throws IOException {
        for (String file : List.of(
                "routes/advice.yaml",
                "routes/uitpas.yaml",
                "mappings/sources/advice/question.schema.json",
                "mappings/sources/advice/answer.schema.json")) {
            Files.createDirectories(home.resolve(file).getParent());
            Files.write(home.resolve(file), Files.readAllBytes(Path.of(file)));
        }
        Map<String, String> times = Map.of("connectTimeout", connectTimeout, "receiveTimeout", receiveTimeout);
        return SettingsFile.read(
                Path.of("no-such-zeef.yaml"),
                Map.of(
                        "home",
                        home.toString(),
                        "advice",
                        with(times, Map.of("url", url)),
                        "uitpas",
                        with(times, Map.of("url", url, "tokenUrl", url))));
    }

    /** @param tls toward every partner */
    static Routes start(Settings settings, SSLContextParameters tls) {
        return Routes.start(settings, Map.of("magdaTls", tls, "uitpasTls", tls));
    }

    private static Map<String, String> with(Map<String, String> times, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(times);
        all.putAll(more);
        return all;
    }
}
