package be.zeef.route;

import be.zeef.route.Mailbox.Offered;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps the files that come, after it could not take so many. */
final class KeptFiles implements Mailbox.Incoming {

    private static final int MINUTE = 60;

    private final BlockingQueue<Come> come = new LinkedBlockingQueue<>();
    private int failures;

    KeptFiles(int failures) {
        this.failures = failures;
    }

    record Come(Offered offered, String content) {}

    @Override
    public void arrived(Offered file, InputStream content) throws IOException {
        if (failures-- > 0) {
            throw new IOException("the database is away");
        }
        come.add(new Come(file, new String(content.readAllBytes(), StandardCharsets.UTF_8)));
    }

    Come next() throws InterruptedException {
        return Optional.ofNullable(come.poll(MINUTE, TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("no file came within a minute"));
    }

    /** What came and was not asked for. */
    List<Come> left() {
        return List.copyOf(come);
    }
}
