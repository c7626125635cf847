package be.zeef.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.Ledger;
import be.zeef.route.Mailbox;
import be.zeef.security.Keys;
import be.zeef.storage.OnEachDatabase;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every reader of a mailbox promises ({@link MailboxWatch.Reader}): a file is taken in whole, once, and removed only then. */
@OnEachDatabase
public abstract class MailboxReaderContract {

    /** Under which the reader reads. */
    protected static final String AGREEMENT = "a";

    protected static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-16T10:00:00Z"), ZoneOffset.UTC);
    private static final String FILE = "file.xml";

    /** What a file of a test is; its content is this word. */
    protected enum Content {
        OURS,
        /** Nothing is wrong with it, but it waits for somebody else, or for later. */
        NOT_OURS,
        UNUSABLE,
        BREAKS_OFF;

        /** Reads it as a language does. */
        public static Content of(String file, InputStream in) throws IOException {
            Content content = valueOf(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (content == UNUSABLE) {
                throw InvalidMessageException.of(file, Finding.fatal("xml.unreadable", Location.WHOLE));
            }
            if (content == BREAKS_OFF) {
                throw new IOException("the server broke off");
            }
            return content;
        }
    }

    @TempDir
    Path folder;

    protected final Jdbi jdbi;
    protected final PaymentTally tally = new PaymentTally();

    protected MailboxReaderContract(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One over a database in which nothing was read yet, that tells {@link #tally}. */
    protected abstract MailboxWatch.Reader reader();

    protected AgreementLedger ledger() {
        return new AgreementLedger(new Ledger(jdbi, CLOCK), AGREEMENT);
    }

    protected PaymentSecrets secrets() {
        return new PaymentSecrets(Keys.in(folder.resolve("keys")), AGREEMENT);
    }

    private boolean read(MailboxWatch.Reader reader, Content content) throws IOException {
        return reader.read(FILE, new ByteArrayInputStream(content.name().getBytes(StandardCharsets.UTF_8)));
    }

    /** What stands in the tables that a reader writes. */
    private List<String> stored() {
        return jdbi.withHandle(handle -> handle.createQuery("select file || outcome from allowance_line"
                        + " union all select file from allowance_file"
                        + " union all select id || state from payment"
                        + " union all select name || state from payment_file"
                        + " union all select payment || heard || said from payment_case order by 1")
                .mapTo(String.class)
                .list());
    }

    private long entries() {
        return jdbi.<Long, RuntimeException>withHandle(Ledger::length);
    }

    @Test
    void takesInWhatIsOurs_andSaysThatItMayBeRemoved() throws Exception {
        MailboxWatch.Reader reader = reader();
        List<String> before = stored();
        long entries = entries();

        assertThat(read(reader, Content.OURS)).isTrue();

        assertThat(stored()).isNotEqualTo(before);
        assertThat(entries()).as("the ledger is told").isGreaterThan(entries);
        assertThat(tally.complete()).isTrue();
    }

    @Test
    void changesNothing_whenItReadsTheSameAgain() throws Exception {
        MailboxWatch.Reader reader = reader();
        read(reader, Content.OURS);
        List<String> before = stored();

        assertThat(read(reader, Content.OURS)).as("it may be removed now").isTrue();
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void leavesWhatIsNotOurs() throws Exception {
        MailboxWatch.Reader reader = reader();
        List<String> before = stored();
        long entries = entries();

        assertThat(read(reader, Content.NOT_OURS)).isFalse();

        assertThat(stored()).isEqualTo(before);
        assertThat(entries()).as("nothing but that it came").isBetween(entries, entries + 1);
    }

    @Test
    void storesNothing_ofWhatCannotBeUsedOrBreaksOff() {
        MailboxWatch.Reader reader = reader();
        List<String> before = stored();
        long entries = entries();

        assertThatThrownBy(() -> read(reader, Content.UNUSABLE)).isInstanceOf(InvalidMessageException.class);
        assertThatThrownBy(() -> read(reader, Content.BREAKS_OFF)).isInstanceOf(IOException.class);

        assertThat(stored()).isEqualTo(before);
        assertThat(entries()).isEqualTo(entries);
        assertThat(tally.findings()).as("it may still be growing").isEmpty();
    }

    /** As if the process were killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void takesItInWholeOrNotAtAll_whereverItDies() throws Exception {
        MailboxWatch.Reader reader = reader();
        List<String> before = stored();
        long entries = entries();
        int statement = 0;
        while (dies(reader, statement)) {
            assertThat(stored()).as("after it died at statement %d", statement).isEqualTo(before);
            assertThat(entries()).isEqualTo(entries);
            statement++;
        }

        assertThat(stored()).isNotEqualTo(before);
        assertThat(statement).as("it died at many moments").isGreaterThan(3);
    }

    private boolean dies(MailboxWatch.Reader reader, int after) throws IOException {
        AtomicInteger left = new AtomicInteger(after);
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                if (left.decrementAndGet() < 0) {
                    throw new Killed();
                }
            }
        });
        try {
            return !read(reader, Content.OURS);
        } catch (Killed e) {
            return true;
        } finally {
            jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        }
    }

    @Test
    void tellsOfAFileThatStaysUnusable_byItsName() {
        reader().unusable(FILE, InvalidMessageException.of(FILE, Finding.fatal("xml.unreadable", Location.WHOLE)));

        assertThat(tally.complete()).isFalse();
        assertThat(tally.findings()).extracting(Finding::code).contains("xml.unreadable");
        assertThat(tally.findings())
                .anySatisfy(finding -> assertThat(finding.toString()).contains(FILE));
    }

    @Test
    void tellsWhatWasNotRead() {
        reader().unread(new Mailbox.Unread("payment", 0, ""));
        assertThat(tally.findings()).isEmpty();

        reader().unread(new Mailbox.Unread("payment", 2, ""));
        assertThat(tally.findings()).isNotEmpty();
    }
}
