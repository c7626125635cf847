package be.zeef.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import be.zeef.route.Mailbox;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** A watch ends, whatever a partner's folder shows. */
class MailboxWatchTest {

    /** Its folder shows a file as new, again and again. */
    private static final class Restless implements Mailbox {

        private final LongFunction<String> names;
        private volatile boolean watched;
        private Thread thread;

        /** @param names of the file, by how often one was shown before */
        Restless(LongFunction<String> names) {
            this.names = names;
        }

        /** Always the same. */
        Restless() {
            this(shown -> "pain002-1.xml");
        }

        @Override
        public void put(String name, Content content) {}

        @Override
        public void watch(Incoming handler) {
            watched = true;
            thread = new Thread(() -> {
                for (long changed = 1; watched; changed++) {
                    try {
                        handler.arrived(new Offered(names.apply(changed), 10, changed), InputStream.nullInputStream());
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

    /** Of nobody but the bank: what it puts there may be nothing that we can use, and under a new name each time. */
    private static final class Unusable implements MailboxWatch.Reader {

        @Override
        public boolean read(String file, InputStream in) {
            throw InvalidMessageException.of(file, Finding.fatal("xml.unreadable", Location.WHOLE));
        }

        @Override
        public void unusable(String file, InvalidMessageException why) {}

        @Override
        public void unread(Mailbox.Unread left) {}
    }

    private static MailboxWatch.End shownSomethingNew(BooleanSupplier enough) {
        return assertTimeoutPreemptively(Duration.ofSeconds(60), () -> new MailboxWatch(
                        new Restless(shown -> "new-" + shown + ".xml"), new Unusable())
                .until(enough, Duration.ofMillis(300)));
    }

    @Test
    void endsWhenItsTimeIsOver_thoughSomethingUnusableComesForEver() {
        assertThat(shownSomethingNew(() -> false)).isEqualTo(MailboxWatch.End.UNREAD);
    }

    /** What was waited for is there: that the folder is never still takes nothing away from it. */
    @Test
    void hasEnough_thoughSomethingUnusableComesForEver() {
        assertThat(shownSomethingNew(() -> true)).isEqualTo(MailboxWatch.End.ENOUGH);
    }
}
