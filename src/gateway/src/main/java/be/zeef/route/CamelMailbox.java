package be.zeef.route;

import be.zeef.wire.Passage;
import be.zeef.wire.WireTap;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.component.file.GenericFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mailbox over two routes of one name: {@code <name>-put} writes, and {@code <name>-watch} polls and hands each file to
 * {@link #receive}. A file is removed over the endpoint that {@code <name>-watch} reads it from, so that no name ever
 * becomes part of an endpoint (docs/adr/0012).
 */
public final class CamelMailbox implements Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(CamelMailbox.class);

    private static final int LOOK_MILLIS = 5;

    private final String name;
    private final Patience patience;
    private final AtomicReference<Incoming> handler = new AtomicReference<>();
    private CamelContext context;
    private ListingWatch listings;

    /** @param name of its routes; also what an operator is told */
    public CamelMailbox(String name) {
        this(name, Patience.USUAL);
    }

    /** @param patience how long the server may be busy with one thing, or take nothing of a file */
    CamelMailbox(String name, Duration patience) {
        this.name = name;
        this.patience = new Patience(patience);
    }

    /** Joins the mailbox to the context its routes run in; once, before use. */
    public CamelMailbox in(Routes routes) {
        context = routes.context();
        listings = routes.listings();
        return this;
    }

    @Override
    public void put(String file, Content content) {
        FileName.require(file);
        Passage passage = WireTap.passage();
        try (ProducerTemplate producer = context.createProducerTemplate();
                PipedContent in = new PipedContent(out -> content.writeTo(passage.sending(out)))) {
            patience.with(() -> send(producer, in, file), in::taken);
        } catch (InterruptedException e) {
            throw Interruption.stopped("writing to " + name, e);
        } catch (Exception e) {
            passage.notSent();
            String reason = reason(e, file);
            throw new MailboxException(
                    name + ": " + file + " could not be written there (" + reason
                            + "). Check that the server is up and our credentials hold, then run again with --resume.",
                    reason,
                    e);
        }
    }

    private Void send(ProducerTemplate producer, InputStream in, String file) {
        producer.sendBodyAndHeader("direct:" + name + "-put", in, Exchange.FILE_NAME, file);
        return null;
    }

    @Override
    public void watch(Incoming incoming) {
        folder();
        handler.set(incoming);
        try {
            patience.with(this::startWatching);
        } catch (TimeoutException e) {
            LOG.warn("{}: its server does not answer; whoever waits for it is told when their time is over", name);
        } catch (Exception e) {
            throw new MailboxException(name + ": cannot be watched (" + reason(e) + ").", reason(e), e);
        }
    }

    @Override
    public Unread unwatch() {
        try {
            patience.with(this::stopWatching);
        } catch (TimeoutException e) {
            LOG.warn("{}: its server does not answer, and its watch was left", name);
            return new Unread(name, 0, reason(e));
        } catch (Exception e) {
            throw new MailboxException(name + ": cannot stop watching (" + reason(e) + ").", reason(e), e);
        }
        return unread();
    }

    private Void startWatching() throws Exception {
        context.getRouteController().startRoute(name + "-watch");
        return null;
    }

    /** A file that is just being read is waited for here: Camel itself would look again only after a second. */
    private Void stopWatching() throws Exception {
        String route = name + "-watch";
        while (context.getInflightRepository().size(route) > 0) {
            Thread.sleep(LOOK_MILLIS);
        }
        context.getRouteController().stopRoute(route);
        return null;
    }

    /** The folder is looked at once more: Camel passes folders and hidden files over without asking anybody. */
    private Unread unread() {
        WatchedFolder folder = folder();
        try {
            long refused = patience.with(folder::entries).stream()
                    .filter(each -> each.isRefused(folder.read()))
                    .count();
            return new Unread(name, (int) refused, "");
        } catch (Exception | OutOfMemoryError e) {
            LOG.warn("{}: its folder could not be looked through ({})", name, reason(e));
            return new Unread(name, 0, reason(e));
        }
    }

    private WatchedFolder folder() {
        Route route = context.getRoute(name + "-watch");
        if (route == null) {
            throw new MailboxException(
                    name + ": no file of routes/ has a route " + name
                            + "-watch. Make one of a template there (docs/add-an-agreement.md).",
                    "no route",
                    null);
        }
        return WatchedFolder.of(route.getEndpoint());
    }

    /** Called by the watching route with each file's stream, or with nothing when it found nothing new. */
    public void receive(Exchange exchange) throws IOException {
        listings.listed();
        if (exchange.getMessage().getBody() == null) {
            handler.get().nothingNew();
            return;
        }
        GenericFile<?> shown = exchange.getProperty(ExchangePropertyKey.FILE_EXCHANGE_FILE, GenericFile.class);
        Offered file = new Offered(shown.getFileNameOnly(), shown.getFileLength(), shown.getLastModified());
        try (WireTap tap = WireTap.open();
                InputStream in = exchange.getMessage().getBody(InputStream.class)) {
            handler.get().arrived(file, tap.receiving(in));
        } catch (RuntimeException | Error e) {
            // its text may quote the file, and an Error would end the watch for all other files
            throw unhandled(e);
        }
    }

    private MailboxException unhandled(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        LOG.error(
                "{}: a file broke its reader: {} at {}",
                name,
                e.getClass().getName(),
                trace.length == 0 ? "?" : trace[0]);
        return new MailboxException(
                name + ": a file could not be handled (" + reason(e) + "); it stays there.", reason(e), null);
    }

    @Override
    public void acknowledge(Offered file) {
        try {
            WatchedFolder folder = folder();
            if (patience.with(() -> folder.remove(file)) == WatchedFolder.Removal.REPLACED) {
                LOG.warn("{}: a file that was read has been replaced since, and was left for the next look", name);
            }
        } catch (Exception e) {
            LOG.warn(
                    "{}: a file that was read could not be removed ({}); it is told as late next time",
                    name,
                    reason(e));
        }
    }

    /** What the server said, or what kind of failure it was; the texts of libraries may name users and folders. */
    private static String reason(Throwable e, String... files) {
        return ServerWords.in(e, List.of(files))
                .orElseGet(() -> root(e).getClass().getSimpleName());
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }
}
