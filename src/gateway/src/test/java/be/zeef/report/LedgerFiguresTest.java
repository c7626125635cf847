package be.zeef.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.EvidenceBundle.UnsealedException;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.Sealer;
import be.zeef.ledger.event.Decided;
import be.zeef.ledger.seal.Checkpoint;
import be.zeef.security.Keys;
import be.zeef.security.OwnKey;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report stands on a checkpoint: what is under it is counted, what came later is not, and what was changed is refused. */
class LedgerFiguresTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-16T08:00:00Z"), ZoneOffset.UTC);
    private static final Period JULY = new Period(Per.MONTH, YearMonth.of(2026, 7), YearMonth.of(2026, 7));

    @TempDir
    Path folder;

    private Storage storage;

    @BeforeEach
    void open() {
        storage = Storage.open(
                new Settings.Database("jdbc:h2:file:" + folder.resolve("ledger"), "zeef", "secret"), CLOCK);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private void decided(String benefit, long run, long undetermined) {
        new Ledger(storage.jdbi(), CLOCK).append(benefit, run, new Decided("v", 20, 30, undetermined, 20, "digest"));
    }

    private void causes(long run, String causes) {
        storage.jdbi().useHandle(handle -> handle.createUpdate(
                        "insert into sync (id, agreement, version, on_date, population,"
                                + " state, started, summary) values (:id, 'a', 'v', date '2026-07-16', 'p', 'DONE',"
                                + " timestamp '2026-07-16 08:00:00', :summary)")
                .bind("id", run)
                .bind("summary", "{\"causes\":" + causes + "}")
                .execute());
    }

    private Checkpoint sealed() {
        return new Sealer(storage.jdbi(), OwnKey.ofLedger(Keys.in(folder.resolve("keys"))), Optional.empty(), CLOCK)
                .seal()
                .newest()
                .orElseThrow();
    }

    private Figures figures(Checkpoint head) throws UnsealedException {
        return LedgerFigures.of(storage.jdbi(), head, List.of("a", "a/b")).get("a");
    }

    private static Steps cause(Figures figures, String cause) {
        return figures.of(new Figure(Group.UNDETERMINED, cause), JULY);
    }

    @Test
    void countsWhatIsSealed_ofEachBenefitApart() throws Exception {
        decided("a", 1, 0);
        decided("a/b", 2, 0);
        decided("other", 3, 0);
        Checkpoint head = sealed();
        decided("a", 4, 0);

        assertThat(figures(head).of(new Figure(Group.DECIDED, "eligible"), JULY))
                .isEqualTo(new Steps(20, 24));
    }

    @Test
    void takesCausesOfTheRun_andNoMoreThanTheLedgerHasPeople() throws Exception {
        decided("a", 1, 13);
        decided("a", 2, 6);
        causes(1, "{\"MISSING\":7,\"FILTERED\":5}");
        causes(2, "{\"NO_ANSWER\":600}");

        Figures figures = figures(sealed());

        assertThat(cause(figures, "missing")).isEqualTo(new Steps(5, 9));
        assertThat(cause(figures, "filtered")).isEqualTo(new Steps(5, 9));
        assertThat(cause(figures, "no-answer")).isEqualTo(Steps.NONE);
        assertThat(cause(figures, "unknown")).isEqualTo(new Steps(5, 9));
        assertThat(figures.of(new Figure(Group.DECIDED, "undetermined"), JULY)).isEqualTo(new Steps(15, 27));
    }

    @Test
    void isRefused_whenAnEntryUnderTheCheckpointWasChanged() {
        decided("a", 1, 0);
        Checkpoint head = sealed();
        storage.jdbi()
                .useHandle(handle -> handle.execute(
                        "update ledger_entry set body = replace(body, '\"eligible\":20', '\"eligible\":19')"));

        assertThatThrownBy(() -> figures(head)).isInstanceOf(UnsealedException.class);
    }
}
