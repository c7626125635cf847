package be.zeef.delivery;

import be.zeef.route.Mailbox;
import be.zeef.route.MailboxException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What its partner was given, by name. */
final class Box implements Mailbox {
    final Map<String, List<byte[]>> files = new TreeMap<>();

    /** Its server fails. */
    boolean broken;

    @Override
    public void put(String name, Content content) {
        if (broken) {
            throw new MailboxException("no room", "552 Quota exceeded", new IOException("no room"));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.computeIfAbsent(name, any -> new ArrayList<>()).add(out.toByteArray());
    }

    @Override
    public void watch(Incoming handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Unread unwatch() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void acknowledge(Offered file) {
        throw new UnsupportedOperationException();
    }
}
