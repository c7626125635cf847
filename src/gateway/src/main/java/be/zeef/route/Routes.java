package be.zeef.route;

import be.zeef.route.ftps.ReusingFtps;
import be.zeef.route.http.BoundedHttp;
import be.zeef.route.http.PlainHttp;
import be.zeef.security.reading.Yaml;
import be.zeef.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Camel context with every route of the {@code routes/} folder. Beans are bound before the routes are loaded, so a
 * route may name them; property places such as <code>{{partners.ivago.host}}</code> are filled from the settings.
 */
public final class Routes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    /** The counter listens only where {@code zeef serve} runs: its route and its contract are left to {@link #add}. */
    private static final String SERVED = "counter.";

    private final CamelContext context;
    private final ListingWatch listings;

    private Routes(CamelContext context, ListingWatch listings) {
        this.context = context;
        this.listings = listings;
    }

    /**
     * Loads and starts the routes of the settings' {@code home}.
     *
     * @param beans what the routes call, by name
     */
    public static Routes start(Settings settings, Map<String, Object> beans) {
        return start(settings, beans, Patience.USUAL);
    }

    /** @param patience how long a partner's server may be busy with one thing */
    static Routes start(Settings settings, Map<String, Object> beans, Duration patience) {
        ListingWatch listings = new ListingWatch(patience);
        DefaultCamelContext context = new DefaultCamelContext(false);
        context.getPropertiesComponent().setOverrideProperties(RouteProperties.of(settings));
        context.getShutdownStrategy().setTimeout(10);
        context.setMessageHistory(false);
        context.getInflightRepository().setInflightBrowseEnabled(false);
        context.setLogExhaustedMessageBody(false);
        beans.forEach(context.getRegistry()::bind);
        context.getRegistry().bind(PlainHttp.BEAN, new PlainHttp());
        context.getRegistry().bind(AcceptedFiles.BEAN, new AcceptedFiles());
        context.getRegistry().bind(ListingWatch.BEAN, listings);
        try {
            context.build();
            BoundedHttp.in(context);
            ReusingFtps.in(context);
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(files(settings.home().resolve("routes")));
            // files are streamed: a copy of each in memory, which caching makes, is what a partner's disk may hold
            context.setStreamCaching(false);
            context.start();
            return new Routes(context, listings);
        } catch (Exception e) {
            listings.close();
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

    /** What ends looks into folders that show no end. */
    ListingWatch listings() {
        return listings;
    }

    public CamelContext context() {
        return context;
    }

    /** A new way to send into a route. */
    public ProducerTemplate producer() {
        return context.createProducerTemplate();
    }

    /** A partner's server that does not answer holds nobody up: what still waits for it is left. */
    @Override
    public void close() {
        try (listings) {
            new Patience(Patience.USUAL).with(Executors.callable(context::stop));
        } catch (Exception e) {
            LOG.warn(
                    "a partner's server held up the end of its routes ({}); they were left",
                    e.getClass().getSimpleName());
        }
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
