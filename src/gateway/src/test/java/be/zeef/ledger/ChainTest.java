package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.event.Note;
import be.zeef.ledger.event.QuestionFileIntent;
import be.zeef.ledger.event.SyncEnded;
import be.zeef.ledger.page.ReadAhead;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterator;
import org.junit.jupiter.api.Test;

/** The ledger is one chain without a gap, whoever appends at once and whatever is rolled back. */
@ContractOf({"ledger_entry", "ledger_head", "ledger_settled"})
class ChainTest {

    private static final Note NOTE = new SyncEnded("DONE");
    private static final String AT = "2026-07-16T10:00:00.000Z";

    private final Jdbi jdbi;
    private final Handle handle;
    private final Ledger ledger;

    ChainTest(Jdbi jdbi, Handle handle) {
        this.jdbi = jdbi;
        this.handle = handle;
        this.ledger = new Ledger(jdbi, Clock.systemUTC());
    }

    private LedgerVerifier.Verdict verify() {
        return new LedgerVerifier(jdbi).verify();
    }

    private static List<Long> ids(ResultIterator<Entry> entries) {
        List<Long> ids = new ArrayList<>();
        try (entries) {
            entries.forEachRemaining(entry -> ids.add(entry.id()));
        }
        return ids;
    }

    @Test
    void beginsWithNothing() {
        assertThat(Chain.head(handle)).isEqualTo(new Chain.Head(0, "0".repeat(64)));
        assertThat(Chain.settled(handle)).isZero();
        assertThat(Ledger.length(handle)).isZero();
        assertThat(verify().holds()).isTrue();
    }

    @Test
    void holds_whoeverAppendsAtOnce() {
        Meeting.atOnce(8, node -> {
            for (int i = 0; i < 5; i++) {
                ledger.append("a", node, NOTE);
            }
            return node;
        });

        assertThat(verify().holds()).isTrue();
        assertThat(verify().entries()).isEqualTo(40);
        assertThat(Ledger.length(handle)).isEqualTo(40);
    }

    @Test
    void goesOnWhereTheFirstOfTwoEnded(Meeting meeting) {
        long second = meeting.afterCommit(
                one -> ledger.append(one, "a", 0, NOTE), other -> ledger.append(other, "a", 0, NOTE));

        assertThat(second).isEqualTo(2);
        assertThat(verify().entries()).isEqualTo(2);
        assertThat(verify().holds()).isTrue();
    }

    @Test
    void hasNoGap_whereTheFirstOfTwoWasRolledBack(Meeting meeting) {
        long second = meeting.afterRollback(
                one -> ledger.append(one, "a", 0, NOTE), other -> ledger.append(other, "a", 0, NOTE));

        assertThat(second).isOne();
        assertThat(verify().entries()).isOne();
        assertThat(verify().holds()).isTrue();
    }

    @Test
    void forgetsAnEntry_withTheTransactionItStandsIn() {
        assertThatThrownBy(() -> jdbi.useTransaction(one -> {
                    ledger.append(one, "a", 0, NOTE);
                    throw new IllegalStateException("in the middle");
                }))
                .hasMessage("in the middle");
        ledger.append("a", 0, NOTE);

        assertThat(verify().entries()).isOne();
    }

    @Test
    void hasEachPlaceOnce() {
        Entry entry = new Entry(1, AT, "SYNC_ENDED", "a", 0, "{}");
        Chain.append(handle, entry, "1".repeat(64));

        assertThatThrownBy(() -> Chain.append(handle, entry, "2".repeat(64))).matches(Duplicates::caused);
    }

    @Test
    void isToldInItsOrder_fromWhereverAndOfWhomever() {
        for (int id : new int[] {10, 9, 2, 1}) {
            Chain.append(handle, new Entry(id, AT, id < 9 ? "ONE" : "TWO", "a", id % 2, "{}"), "0".repeat(64));
        }

        handle.useTransaction(one -> {
            assertThat(ids(Chain.after(one, 0))).containsExactly(1L, 2L, 9L, 10L);
            assertThat(ids(Chain.after(one, 2))).containsExactly(9L, 10L);
            assertThat(ids(Chain.ofKind(one, "ONE"))).containsExactly(1L, 2L);
            assertThat(ids(Chain.ofRun(one, 1, 1, List.of("ONE", "TWO")))).containsExactly(1L, 9L);
            assertThat(ids(Chain.ofRun(one, 1, 2, List.of("ONE", "TWO")))).containsExactly(9L);
            assertThat(ids(Chain.ofRun(one, 0, 1, List.of("ONE")))).containsExactly(2L);
        });
    }

    /** Whoever puts one before the first, or far behind the last, is seen too. */
    @Test
    void isReadWhole_pageByPage() {
        List<Long> ids = new ArrayList<>(List.of(Long.MIN_VALUE, -1L, 0L));
        LongStream.rangeClosed(1, 4100).forEach(ids::add);
        ids.add(Long.MAX_VALUE);
        handle.useTransaction(one -> Chain.append(
                one,
                ids.stream()
                        .map(id -> new Chain.Link(new Entry(id, AT, "ONE", "a", 0, "{}"), "0".repeat(64)))
                        .toList()));

        List<Long> read = new ArrayList<>();
        handle.useTransaction(one -> {
            try (ReadAhead<Chain.Link> all = Chain.links(one)) {
                all.forEachRemaining(link -> read.add(link.entry().id()));
            }
        });
        assertThat(read).isEqualTo(ids);
    }

    @Test
    void isSettledEverFurther() {
        Chain.settle(handle, 7);
        Chain.settle(handle, 3);
        assertThat(Chain.settled(handle)).isEqualTo(7);

        handle.begin();
        Chain.settle(handle, 9);
        handle.rollback();
        assertThat(Chain.settled(handle)).isEqualTo(7);
    }

    @Test
    void tellsWhatItRecorded_andClosesWhatDiedOnce() {
        Deeds deeds = new Deeds(ledger, "a", 7);
        handle.useTransaction(one -> deeds.intend(one, new QuestionFileIntent("LIST", "f.xml", "r-1", 2, "d")));
        ledger.append("a", 7, NOTE);

        List<String> files = new ArrayList<>();
        handle.useTransaction(one -> Recorded.questionFiles(
                one,
                each -> files.add(each.sync() + " " + each.body().path("file").asText())));
        assertThat(files).containsExactly("7 f.xml");

        Abandoned abandoned = new Abandoned(jdbi, ledger, Clock.systemUTC());
        assertThat(abandoned.close(abandoned.head())).isOne();
        assertThat(abandoned.close(abandoned.head())).isZero();
        assertThat(Chain.settled(handle)).isEqualTo(3);
    }

    /** Its texts are counted by their characters, so that one of more bytes than that fits too. */
    @Test
    void keepsWhatIsLong() {
        String body = Longest.of(handle, "ledger_entry", "body").replace('x', 'é');
        Entry entry = new Entry(
                Long.MAX_VALUE,
                "2026-07-16T10:00:00.123456789Z",
                Longest.of(handle, "ledger_entry", "kind"),
                Longest.of(handle, "ledger_entry", "agreement"),
                Long.MAX_VALUE,
                body);
        String hash = entry.hash(Ledger.sha256(), "0".repeat(64));
        Chain.append(handle, entry, hash);

        List<Chain.Link> links = new ArrayList<>();
        handle.useTransaction(one -> {
            try (ReadAhead<Chain.Link> all = Chain.links(one)) {
                all.forEachRemaining(links::add);
            }
        });
        assertThat(links).containsExactly(new Chain.Link(entry, hash));
        assertThat(Chain.head(handle)).isEqualTo(new Chain.Head(Long.MAX_VALUE, hash));
    }
}
