package be.zeef.retention;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.ledger.Abandoned;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.LedgerVerifier;
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
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of old entries stand on: a sealed ledger, and a day that is set. */
abstract class AgeingLedger {

    static final String BAGS = "gent-huisvuilzakken";
    static final String SUBJECT = "5ubject";
    static final LocalDate FIRST = LocalDate.of(2026, 7, 16);
    /** Ten years and a day after. */
    static final LocalDate OVER = LocalDate.of(2036, 7, 17);

    @TempDir
    Path folder;

    final MovedClock clock = new MovedClock();
    Storage storage;
    Ledger ledger;
    OwnKey key;

    /** At noon of a day that is set. */
    static final class MovedClock extends Clock {

        LocalDate day = FIRST;

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

    void open(TestDatabase database) {
        storage = Storage.open(database.at(folder), clock);
        ledger = new Ledger(storage.jdbi(), clock);
        key = OwnKey.ofLedger(Keys.in(folder.resolve("keys")));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    void seal() {
        new Abandoned(storage.jdbi(), ledger, clock).close(0);
        assertThat(new Sealer(storage.jdbi(), key, Optional.of(place()), clock)
                        .seal()
                        .report()
                        .findings())
                .isEmpty();
    }

    SecondPlace place() {
        return new SecondPlace(new FolderShelf(folder.resolve("second")));
    }

    LedgerVerifier verifier() {
        return new LedgerVerifier(
                storage.jdbi(),
                new Seals.Sources(
                        Optional.of(
                                new NoteKey(key.identity(clock).getCertificate().getPublicKey())),
                        Optional.of(place())));
    }

    Map<String, Long> on(LocalDate day) {
        clock.day = day;
        Agreement agreement = new Agreements(Path.of("mappings")).load(BAGS);
        Map<String, Long> removed = new RetentionJob(storage.jdbi(), ledger, clock).run(agreement);
        holds();
        seal();
        holds();
        return removed;
    }

    void holds() {
        assertThat(new RowEvidence(storage.jdbi()).breaks()).isEmpty();
        LedgerVerifier.Verdict verdict = verifier().verify();
        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.holds()).isTrue();
    }

    void grantedByHand(String agreement) {
        storage.jdbi()
                .useTransaction(handle -> ledger.append(
                        handle,
                        agreement,
                        0,
                        new GrantedByHand("v", SUBJECT, "an", "attest", FIRST, FIRST.plusYears(1), "GRANTED")));
    }

    void grant() {
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

    long count(String from) {
        return storage.jdbi().withHandle(handle -> handle.createQuery("select count(*) from " + from)
                .mapTo(Long.class)
                .one());
    }

    long told() {
        List<Recorded> told = new ArrayList<>();
        storage.jdbi().useTransaction(handle -> Recorded.all(handle, told::add));
        return told.stream()
                .filter(entry -> entry.kind().equals("GRANTED_BY_HAND"))
                .count();
    }
}
