package be.zeef.route;

import be.zeef.security.reading.Yaml;
import be.zeef.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The Camel context with every route of the {@code routes/} folder. Beans are bound before the routes are loaded, so a
 * route may name them; property places such as <code>{{partners.ivago.host}}</code> are filled from the settings.
 */
public final class Routes implements AutoCloseable {

    /** The counter listens only where {@code zeef serve} runs: its route and its contract are left to {@link #add}. */
    private static final String SERVED = "counter.";

    private final CamelContext context;

    private Routes(CamelContext context) {
        this.context = context;
    }

    /**
     * Loads and starts the routes of the settings' {@code home}.
     *
     * @param beans what the routes call, by name
     */
    public static Routes start(Settings settings, Map<String, Object> beans) {
        DefaultCamelContext context = new DefaultCamelContext(false);
        context.getPropertiesComponent().setOverrideProperties(RouteProperties.of(settings));
        context.getShutdownStrategy().setTimeout(10);
        context.setMessageHistory(false);
        context.getInflightRepository().setInflightBrowseEnabled(false);
        context.setLogExhaustedMessageBody(false);
        beans.forEach(context.getRegistry()::bind);
        context.getRegistry().bind(PlainHttp.BEAN, new PlainHttp());
        context.getRegistry().bind(AcceptedFiles.BEAN, new AcceptedFiles());
        try {
            context.build();
            BoundedHttp.in(context);
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(files(settings.home().resolve("routes")));
            // files are streamed: a copy of each in memory, which caching makes, is what a partner's disk may hold
            context.setStreamCaching(false);
            context.start();
            return new Routes(context);
        } catch (Exception e) {
            context.stop();
            throw new IllegalStateException(
                    "The routes in " + settings.home().resolve("routes") + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    /**
     * Loads and starts one more file of the {@code routes/} folder, which is not loaded unless somebody serves it.
     *
     * @param name of the file, without its ending
     * @param beans what its routes call, by name
     */
    public void add(Path home, String name, Map<String, Object> beans) {
        beans.forEach(context.getRegistry()::bind);
        Path path = home.resolve("routes").resolve(name + ".yaml");
        try {
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("file:" + path, read(path)));
        } catch (Exception e) {
            throw new IllegalStateException("The routes in " + path + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    public CamelContext context() {
        return context;
    }

    /** A new way to send into a route. */
    public ProducerTemplate producer() {
        return context.createProducerTemplate();
    }

    @Override
    public void close() {
        context.stop();
    }

    private static List<Resource> files(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> !path.getFileName().toString().startsWith(SERVED))
                    .sorted()
                    .map(path -> ResourceHelper.fromString("file:" + path, read(path)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            String text = Yaml.text(Files.readAllBytes(path));
            Yaml.require(text);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("The route file " + path + " cannot be read: " + e.getMessage(), e);
        }
    }
}
