package be.zeef.route;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mailbox over three routes of one name: {@code <name>-put} writes, {@code <name>-watch} polls and hands each file to
 * {@link #receive}, and {@code <name>-acknowledge} removes.
 */
public final class CamelMailbox implements Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(CamelMailbox.class);

    private final String name;
    private final AtomicReference<Incoming> handler = new AtomicReference<>();
    private CamelContext context;

    /** @param name of its routes; also what an operator is told */
    public CamelMailbox(String name) {
        this.name = name;
    }

    /** Joins the mailbox to the context its routes run in; once, before use. */
    public CamelMailbox in(Routes routes) {
        context = routes.context();
        return this;
    }

    @Override
    public void put(String file, Content content) {
        try (ProducerTemplate producer = context.createProducerTemplate();
                InputStream in = new PipedContent(content)) {
            producer.sendBodyAndHeader("direct:" + name + "-put", in, Exchange.FILE_NAME, file);
        } catch (CamelExecutionException | IOException e) {
            throw new MailboxException(
                    name + ": " + file + " could not be written there (" + reason(e)
                            + "). Check that the server is up and our credentials hold, then run again with --resume.",
                    e);
        }
    }

    @Override
    public void watch(Incoming incoming) {
        handler.set(incoming);
        try {
            context.getRouteController().startRoute(name + "-watch");
        } catch (Exception e) {
            throw new MailboxException(name + ": cannot be watched (" + reason(e) + ").", e);
        }
    }

    @Override
    public void unwatch() {
        try {
            context.getRouteController().stopRoute(name + "-watch");
        } catch (Exception e) {
            throw new MailboxException(name + ": cannot stop watching (" + reason(e) + ").", e);
        }
    }

    /** Called by the watching route with each file's stream, or with nothing when it found nothing new. */
    public void receive(Exchange exchange) throws IOException {
        if (exchange.getMessage().getBody() == null) {
            handler.get().nothingNew();
            return;
        }
        String file = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        try (InputStream in = exchange.getMessage().getBody(InputStream.class)) {
            handler.get().arrived(file, in);
        }
    }

    @Override
    public void acknowledge(String file) {
        try (ProducerTemplate producer = context.createProducerTemplate()) {
            producer.sendBodyAndHeader("direct:" + name + "-acknowledge", null, Exchange.FILE_NAME, file);
        } catch (Exception e) {
            LOG.warn(
                    "{}: a file that was read could not be removed ({}); it is told as late next time",
                    name,
                    reason(e));
        }
    }

    /** What kind of failure it was; the texts of libraries may name users and folders. */
    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
