package be.zeef.retention;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.ledger.Abandoned;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.LedgerVerifier.Break;
import be.zeef.ledger.LedgerVerifier.Reason;
import be.zeef.ledger.Recorded;
import be.zeef.ledger.Sealer;
import be.zeef.ledger.event.GrantedByHand;
import be.zeef.ledger.row.RowEvidence;
import be.zeef.ledger.seal.FolderShelf;
import be.zeef.ledger.seal.NoteKey;
import be.zeef.ledger.seal.Seals;
import be.zeef.ledger.seal.SecondPlace;
import be.zeef.security.Keys;
import be.zeef.security.OwnKey;
import be.zeef.security.Sha256;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the ledger says of people goes after ten years, and it holds as before: its tree is what was sealed. */
class LedgerRetentionTest {

    private static final String BAGS = "gent-huisvuilzakken";
    private static final String SUBJECT = "5ubject";
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 16);
    /** Ten years and a day after. */
    private static final LocalDate OVER = LocalDate.of(2036, 7, 17);

    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();
    private Storage storage;
    private Ledger ledger;
    private OwnKey key;

    /** At noon of a day that is set. */
    private static final class MovedClock extends Clock {

        private LocalDate day = FIRST;

        @Override
        public Instant instant() {
            return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private void open(TestDatabase database) {
        storage = Storage.open(database.at(folder), clock);
        ledger = new Ledger(storage.jdbi(), clock);
        key = OwnKey.ofLedger(Keys.in(folder.resolve("keys")));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private void seal() {
        new Abandoned(storage.jdbi(), ledger, clock).close(0);
        assertThat(new Sealer(storage.jdbi(), key, Optional.of(place()), clock)
                        .seal()
                        .report()
                        .findings())
                .isEmpty();
    }

    private SecondPlace place() {
        return new SecondPlace(new FolderShelf(folder.resolve("second")));
    }

    private LedgerVerifier verifier() {
        return new LedgerVerifier(
                storage.jdbi(),
                new Seals.Sources(
                        Optional.of(
                                new NoteKey(key.identity(clock).getCertificate().getPublicKey())),
                        Optional.of(place())));
    }

    private Map<String, Long> on(LocalDate day) {
        clock.day = day;
        Agreement agreement = new Agreements(Path.of("mappings")).load(BAGS);
        Map<String, Long> removed = new RetentionJob(storage.jdbi(), ledger, clock).run(agreement);
        holds();
        seal();
        holds();
        return removed;
    }

    private void holds() {
        assertThat(new RowEvidence(storage.jdbi()).breaks()).isEmpty();
        LedgerVerifier.Verdict verdict = verifier().verify();
        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.holds()).isTrue();
    }

    private void grantedByHand(String agreement) {
        storage.jdbi()
                .useTransaction(handle -> ledger.append(
                        handle,
                        agreement,
                        0,
                        new GrantedByHand("v", SUBJECT, "an", "attest", FIRST, FIRST.plusYears(1), "GRANTED")));
    }

    private void grant() {
        storage.jdbi()
                .useTransaction(handle -> handle.execute(
                        "insert into grants (agreement, grant_year, subject, vault, line, result, code, from_day, until_day,"
                                + " flag_value, standing) values (?, 2026, ?, ?, 'l', 'ACCEPTED', '', ?, ?, 'A', 'OPEN')",
                        BAGS,
                        SUBJECT,
                        new byte[] {1},
                        FIRST,
                        LocalDate.of(2026, 12, 31)));
    }

    private long count(String from) {
        return storage.jdbi().withHandle(handle -> handle.createQuery("select count(*) from " + from)
                .mapTo(Long.class)
                .one());
    }

    private long told() {
        List<Recorded> told = new ArrayList<>();
        storage.jdbi().useTransaction(handle -> Recorded.all(handle, told::add));
        return told.stream()
                .filter(entry -> entry.kind().equals("GRANTED_BY_HAND"))
                .count();
    }

    @ParameterizedTest
    @EnumSource
    void goesTenYearsAfter_andTheLedgerHolds(TestDatabase database) {
        open(database);
        grantedByHand(BAGS);
        grantedByHand("gent-uitpas");
        grant();
        clock.day = FIRST.plusDays(1);
        grantedByHand(BAGS);
        seal();

        assertThat(on(OVER.minusDays(1))).containsEntry("entries", 0L).containsEntry("grants", 1L);
        assertThat(count("ledger_entry where body like '%" + SUBJECT + "%'")).isEqualTo(3);

        assertThat(on(OVER)).as("the grant's row and the first of the two").containsEntry("entries", 2L);
        assertThat(told()).isEqualTo(2);
        assertThat(on(OVER.plusDays(1))).containsEntry("entries", 1L);
        assertThat(told()).as("another agreement's stays").isEqualTo(1);
        assertThat(on(OVER.plusDays(1))).containsEntry("entries", 0L);
        assertThat(count("ledger_entry"))
                .as("each has its place")
                .isEqualTo(storage.jdbi().withHandle(Ledger::length));
    }

    @ParameterizedTest
    @EnumSource
    void linesAboutRowsGo_onceTheRowsAreGone(TestDatabase database) {
        open(database);
        grant();
        storage.jdbi().useTransaction(handle -> handle.execute("update grants set code = 'C'"));
        seal();
        assertThat(count("vouched_row where row_key like '%" + SUBJECT + "%'")).isEqualTo(2);

        on(LocalDate.of(2029, 1, 1));
        assertThat(count("vouched_row where row_key like '%" + SUBJECT + "%'"))
                .as("with the one that it was taken away")
                .isEqualTo(3);
        on(LocalDate.of(2036, 7, 17));
        assertThat(count("vouched_row where row_key like '%" + SUBJECT + "%'"))
                .as("which is not so old")
                .isEqualTo(1);
        on(LocalDate.of(2039, 1, 2));
        assertThat(count("vouched_row where row_key like '%" + SUBJECT + "%'")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsKeepsWhatVouchesForIt(TestDatabase database) {
        open(database);
        storage.jdbi()
                .useTransaction(handle -> handle.execute(
                        "insert into inscription (agreement, subject, vault, since, needed) values (?, ?, ?, ?, ?)",
                        BAGS,
                        SUBJECT,
                        new byte[] {1},
                        FIRST,
                        FIRST));
        seal();
        assertThat(on(LocalDate.of(2099, 1, 1))).containsEntry("entries", 0L);

        storage.jdbi().useTransaction(handle -> handle.execute("update inscription set vault = ?", new byte[] {2}));
        seal();
        assertThat(on(LocalDate.of(2099, 1, 2))).as("the one before it").containsEntry("entries", 1L);
        assertThat(count("vouched_row")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotSealedStays(TestDatabase database) {
        open(database);
        grantedByHand(BAGS);
        clock.day = OVER;
        assertThat(new RetentionJob(storage.jdbi(), ledger, clock).run(new Agreements(Path.of("mappings")).load(BAGS)))
                .containsEntry("entries", 0L);
        seal();
        assertThat(on(OVER)).containsEntry("entries", 1L);
    }

    /** What is found when an entry was changed so, which is then put back. */
    private Optional<Break> after(String change, long entry) {
        Map<String, Object> before = storage.jdbi()
                .withHandle(handle -> handle.createQuery("select * from ledger_entry where id = ?")
                        .bind(0, entry)
                        .mapToMap()
                        .one());
        execute("update ledger_entry set " + change + " where id = " + entry);
        Optional<Break> found = verifier().verify().broken();
        storage.jdbi().useHandle(handle -> handle.createUpdate(
                        "update ledger_entry set at = :at, kind = :kind, agreement = :agreement,"
                                + " sync_id = :sync_id, body = :body, hash = :hash where id = " + entry)
                .bindMap(before)
                .execute());
        holds();
        return found;
    }

    private void execute(String sql) {
        storage.jdbi().useHandle(handle -> assertThat(handle.execute(sql)).isEqualTo(1));
    }

    private String of(long entry, String column) {
        return storage.jdbi()
                .withHandle(handle -> handle.createQuery("select " + column + " from ledger_entry where id = " + entry)
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void whateverIsChangedOfAnEmptyPlaceIsFound() {
        open(TestDatabase.H2);
        grantedByHand(BAGS);
        grantedByHand(BAGS);
        grantedByHand(BAGS);
        seal();
        on(OVER);

        String other = "'" + "0".repeat(64) + "'";
        Optional<Break> taken = Optional.of(new Break(1, 1, Reason.TAKEN_AWAY));
        assertThat(after("hash = " + other, 1))
                .as("the chain goes on from another")
                .isEqualTo(taken);
        assertThat(after("hash = " + other, 2)).isEqualTo(taken);
        assertThat(after("hash = " + other, 3)).isEqualTo(Optional.of(new Break(4, 4, Reason.ALTERED)));
        assertThat(after("sync_id = 9", 1)).isPresent();
        assertThat(after("body = 'no hash'", 2)).isEqualTo(Optional.of(new Break(2, 2, Reason.ALTERED)));
        assertThat(after("body = '" + of(1, "body") + "'", 2))
                .isEqualTo(Optional.of(new Break(1, 3, Reason.REWRITTEN)));
        assertThat(after("kind = 'SYNC_ENDED'", 3)).isPresent();
        assertThat(after("at = '2026-07-16T12:00:00Z'", 3))
                .as("nobody may date it")
                .isPresent();
        assertThat(after("agreement = 'gent-uitpas'", 3)).isPresent();
    }

    @Test
    void whoTakesContentAwayThatNobodyRecordedIsFound() {
        open(TestDatabase.H2);
        grantedByHand(BAGS);
        grantedByHand(BAGS);
        seal();
        String leaf = "body = '" + Base64.getEncoder().encodeToString(new byte[32]) + "'";

        assertThat(after("at = '', agreement = '', kind = 'EMPTIED', sync_id = 9, " + leaf, 2))
                .as("with another leaf than was sealed")
                .isEqualTo(Optional.of(new Break(1, 2, Reason.REWRITTEN)));
        on(OVER);
        grantedByHand("gent-uitpas");
        seal();
        assertThat(after("at = '', agreement = '', kind = 'EMPTIED', sync_id = 3, body = '" + leafOf(4) + "'", 4))
                .as("with its own, named by nobody")
                .isEqualTo(Optional.of(new Break(4, 4, Reason.TAKEN_AWAY)));
    }

    /** RFC 6962: SHA-256 of a zero byte and the entry's bytes, which are each field after its length (ADR 0030). */
    private String leafOf(long entry) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 0);
        for (String column : List.of("id", "at", "kind", "agreement", "sync_id", "body")) {
            byte[] field = of(entry, column).getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(field.length).array());
            digest.update(field);
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }
}
