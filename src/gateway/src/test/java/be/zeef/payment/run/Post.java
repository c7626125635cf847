package be.zeef.payment.run;

import be.zeef.route.Mailbox;
import be.zeef.route.MailboxException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/** A mailbox in memory, which keeps its promises: a file is offered again when its reader threw, and stays until it is acknowledged. */
final class Post implements Mailbox {

    private final Map<String, byte[]> incoming = new TreeMap<>();
    private final Runnable moment;
    private final Sent sent;
    private boolean closed;

    /** Is told of what was put. */
    interface Sent {
        void put(String name, byte[] content);
    }

    /** @param moment is run before and after everything that happens here, and may throw as a dying process does */
    Post(Runnable moment, Sent sent) {
        this.moment = moment;
        this.sent = sent;
    }

    void lay(String name, byte[] content) {
        incoming.put(name, content);
    }

    /** Whether nothing can be handed over here. */
    void closed(boolean now) {
        closed = now;
    }

    void empty() {
        closed = false;
        incoming.clear();
    }

    /** Everything that lies here, taken out: to lay it down again later. */
    Map<String, byte[]> takeAll() {
        Map<String, byte[]> all = new TreeMap<>(incoming);
        incoming.clear();
        return all;
    }

    @Override
    public void put(String name, Content content) {
        moment.run();
        if (closed) {
            throw new MailboxException("closed", "552 Quota exceeded", new IOException());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sent.put(name, out.toByteArray());
        moment.run();
    }

    @Override
    public void watch(Incoming handler) {
        moment.run();
        for (String name : new ArrayList<>(incoming.keySet())) {
            offer(handler, name);
        }
        handler.nothingNew();
    }

    private void offer(Incoming handler, String name) {
        for (boolean again = true; again; ) {
            try {
                handler.arrived(offered(name), new ByteArrayInputStream(incoming.get(name)));
                again = false;
            } catch (IOException e) {
                again = true; // "not yet": offered at the next look
            }
        }
    }

    private Offered offered(String name) {
        return new Offered(name, incoming.get(name).length, 0);
    }

    @Override
    public Unread unwatch() {
        return new Unread("post", 0, "");
    }

    @Override
    public void acknowledge(Offered file) {
        moment.run();
        incoming.remove(file.name());
    }
}
