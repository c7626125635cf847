package be.zeef.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import be.zeef.route.Mailbox;
import be.zeef.validation.InvalidMessageException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A watch ends, whatever a partner's folder shows. */
class MailboxWatchTest {

    /** Its folder shows one file as new, again and again. */
    private static final class Restless implements Mailbox {

        private volatile boolean watched;
        private Thread thread;

        @Override
        public void put(String name, Content content) {}

        @Override
        public void watch(Incoming handler) {
            watched = true;
            thread = new Thread(() -> {
                for (long changed = 1; watched; changed++) {
                    try {
                        handler.arrived(new Offered("pain002-1.xml", 10, changed), InputStream.nullInputStream());
                        Thread.sleep(5);
                    } catch (IOException | InterruptedException e) {
                        // offered again, as a folder does
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public Unread unwatch() {
            watched = false;
            return new Unread("payment", 0, "");
        }

        @Override
        public void acknowledge(Offered file) {}
    }

    /** Whoever waits for a file that is there is not told that it is not. */
    @Test
    void tellsAFileThatIsThereAndCannotBeReadToItsEnd() {
        MailboxWatch.Reader reader = new MailboxWatch.Reader() {
            @Override
            public boolean read(String file, InputStream in) throws IOException {
                throw new IOException("the server broke off");
            }

            @Override
            public void unusable(String file, InvalidMessageException why) {}

            @Override
            public void unread(Mailbox.Unread left) {}
        };

        MailboxWatch.End end =
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> new MailboxWatch(new Restless(), reader)
                        .until(() -> false, Duration.ofMillis(300)));

        assertThat(end).isEqualTo(MailboxWatch.End.UNREAD);
    }

    @Test
    void endsWhenItsTimeIsOver_thoughAFileIsShownAnewForEver() {
        AtomicInteger read = new AtomicInteger();
        MailboxWatch.Reader reader = new MailboxWatch.Reader() {
            @Override
            public boolean read(String file, InputStream in) {
                read.incrementAndGet();
                return false;
            }

            @Override
            public void unusable(String file, InvalidMessageException why) {}

            @Override
            public void unread(Mailbox.Unread left) {}
        };

        MailboxWatch.End end =
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> new MailboxWatch(new Restless(), reader)
                        .until(() -> false, Duration.ofMillis(300)));

        assertThat(end).isEqualTo(MailboxWatch.End.MISSING);
        assertThat(read.get()).isBetween(1, 100);
    }
}
