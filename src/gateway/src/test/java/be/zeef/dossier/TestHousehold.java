package be.zeef.dossier;

import be.zeef.agreement.Agreements;
import be.zeef.ledger.Deeds;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.Answered;
import be.zeef.ledger.event.CallIntent;
import be.zeef.ledger.event.CallOutcome;
import be.zeef.ledger.event.Decided;
import be.zeef.ledger.event.DeliveryIntent;
import be.zeef.ledger.event.DeliveryOutcome;
import be.zeef.ledger.event.DeliveryPacked;
import be.zeef.ledger.event.GrantedByHand;
import be.zeef.ledger.event.NamesShown;
import be.zeef.ledger.event.QuestionFileIntent;
import be.zeef.ledger.event.QuestionFileOutcome;
import be.zeef.ledger.event.QuestionIntent;
import be.zeef.ledger.event.Sending;
import be.zeef.ledger.event.SyncStarted;
import be.zeef.run.PersonNumbers;
import be.zeef.security.Keys;
import be.zeef.storage.SecretMarks;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Two people of one household, of whom the same was done in the same runs, files and deliveries, each with words of their own; and a clock
 * that goes on by a minute each time it is looked at.
 */
final class TestHousehold implements AutoCloseable {

    static final Insz ANNA = Insz.of("85651200136", Realm.SANDBOX);
    static final Insz BRAM = Insz.of("77610100173", Realm.SANDBOX);
    static final String UITPAS = "gent-uitpas";
    static final String BAGS = "gent-huisvuilzakken";
    static final String BIRTHS = "wingene-geboortepremie";
    static final String ENDED = "an-agreement-of-before";

    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);

    final Keys keys;
    final Storage storage;
    final Clock clock = new MinuteClock();
    private final Ledger ledger;

    TestHousehold(TestDatabase database, Path folder) {
        storage = Storage.open(database.at(folder), clock);
        keys = Keys.in(folder.resolve("keys"));
        ledger = new Ledger(storage.jdbi(), clock);
    }

    Jdbi jdbi() {
        return storage.jdbi();
    }

    Dossier dossier(Insz person) {
        return new Dossiers(storage, keys, new Agreements(Path.of("mappings")), clock)
                .of(person, "dpo", "asked by letter");
    }

    String pseudonym(String agreement, Insz person) {
        return new PeopleAtRest(keys, agreement).pseudonym(person);
    }

    /** Something of every kind was done of both, but payments. */
    void lives() {
        admit(UITPAS, BAGS, BIRTHS, ENDED);
        asked(ANNA, "words-of-anna", "yes");
        asked(BRAM, "words-of-bram", "no");
        ran("ANNA-1", "BRAM-1");
        inscribed(ANNA, "2026-02-03");
        inscribed(BRAM, "2026-04-05");
        claimed(ANNA, "words-of-anna", 8500);
        claimed(BRAM, "words-of-bram", 7700);
    }

    /** As the gateway does before it does anything under an agreement. */
    void admit(String... agreements) {
        Stream.of(agreements)
                .forEach(
                        agreement -> SecretMarks.require(storage, "pseudonym-" + agreement, keys.pseudonym(agreement)));
    }

    void joined(Insz former, Insz fresh) {
        PersonNumbers.learn(jdbi(), new PeopleAtRest(keys, UITPAS), Map.of(fresh.value(), List.of(former.value())));
    }

    /** @param words of this person alone */
    void asked(Insz person, String words, String verdict) {
        String subject = pseudonym(UITPAS, person);
        new Deeds(ledger, UITPAS, 0).around(new QuestionIntent("v1", subject, "balie/" + words, DAY), () -> {
            new Deeds(ledger, UITPAS, 0)
                    .around(
                            new CallIntent.OfPerson("GeefPersoon-02.02", "ref-" + words, subject),
                            () -> Deeds.End.of(1, new CallOutcome.Ended("OK")));
            return Deeds.End.of(1, new Answered(verdict, "v1"));
        });
        new Deeds(ledger, UITPAS, 0)
                .around(
                        new DeliveryIntent.OfTariff("v1", "uitpas", subject, LocalDate.of(2026, 12, 31)),
                        () -> Deeds.End.of(1, new DeliveryOutcome.OfTariff("ACCEPTED", "why-" + words)));
        ledger.append(
                UITPAS,
                0,
                new GrantedByHand(
                        "v1", subject, "hand-" + words, "proof of " + words, DAY, DAY.plusDays(9), "GRANTED"));
    }

    /** One run that asks about both in one file, decides about both and delivers a line of each. */
    void ran(String valueOfAnna, String valueOfBram) {
        long sync = 7;
        ledger.append(BAGS, sync, new SyncStarted("v1", DAY, "p", 2, 0));
        execute("insert into sync (id, agreement, version, on_date, population, state, started) values"
                + " (7, 'gent-huisvuilzakken', 'v1', date '2026-07-16', 'p', 'DONE', 'now')");
        Deeds deeds = new Deeds(ledger, BAGS, sync);
        jdbi().useTransaction(handle -> {
            handle.execute(
                    "insert into question (sync_id, kind, file, referte, first, last, attempt, state, asked)"
                            + " values (7, 'LIST', 'f', 'list-of-both', 0, 2, 1, 'SENT', ?)",
                    (Object) asked(ANNA, BRAM));
            deeds.intend(handle, new QuestionFileIntent("LIST", "f", "list-of-both", 2, "d"));
        });
        deeds.concluding("list-of-both", () -> Deeds.End.of(1, new QuestionFileOutcome(Sending.SENT)));
        decision(ANNA, "ELIGIBLE", valueOfAnna, "");
        decision(BRAM, "UNDETERMINED", "", "NO_ANSWER");
        ledger.append(BAGS, sync, new Decided("v1", 1, 0, 1, 1, "d"));
        jdbi().useTransaction(handle -> {
            grant(handle, ANNA, valueOfAnna, "L-anna");
            grant(handle, BRAM, valueOfBram, "L-bram");
        });
        pack("IVAGO.2026.00001");
    }

    private void decision(Insz person, String outcome, String value, String cause) {
        jdbi().useTransaction(handle -> handle.execute(
                "insert into decision (sync_id, subject, outcome, flag_value, cause) values (7, ?, ?, ?, ?)",
                pseudonym(BAGS, person),
                outcome,
                value,
                cause));
    }

    private void grant(Handle handle, Insz person, String value, String line) {
        PeopleAtRest people = new PeopleAtRest(keys, BAGS);
        handle.execute(
                "insert into grants (agreement, grant_year, subject, vault, line, sync_id, delivery, result, code, from_day,"
                        + " until_day, flag_value, columns_vault, standing) values (?, 2026, ?, ?, ?, 7, null, null, '',"
                        + " date '2026-01-01', date '2026-12-31', ?, ?, 'OPEN')",
                BAGS,
                people.pseudonym(person),
                people.vault().seal(person.value()),
                line,
                value,
                people.vault().seal("zone\u001eZ-" + value));
        handle.execute(
                "insert into grant_member (agreement, grant_year, member, subject) values (?, 2026, ?, ?)",
                BAGS,
                people.pseudonym(person.equals(ANNA) ? BRAM : ANNA),
                people.pseudonym(person));
    }

    /** All grants that stand in no delivery, or stood in one that was refused. */
    void pack(String delivery) {
        jdbi().useTransaction(handle -> {
            handle.execute("update grants set standing = 'IN_DELIVERY', delivery = ?", delivery);
            ledger.append(handle, BAGS, 7, new DeliveryPacked.OfGrants("v1", delivery, 2, Map.of("A", 2L)));
        });
        new Deeds(ledger, BAGS, 7)
                .around(
                        new DeliveryIntent.OfGrants(delivery, 2),
                        () -> Deeds.End.of(1, new DeliveryOutcome.OfFiles(Sending.SENT)));
    }

    /** A premium for a child that is paid to somebody else. */
    void paid(Insz child, Insz payee, long cents) {
        execute("insert into premium (agreement, child, allowance, cents, shares) values ('%s', '%s', 'a', %d, 1)"
                .formatted(BIRTHS, pseudonym(BIRTHS, child), cents));
        execute(
                ("insert into payment (id, agreement, child, share, attempt, cents, payee, account, state, reason, file,"
                                + " stands_for) values ('P1', '%s', '%s', 1, 1, %d, '%s', 'acc', 'IN_FILE', '', 'WINGENE.1', 's')")
                        .formatted(BIRTHS, pseudonym(BIRTHS, child), cents, pseudonym(BIRTHS, payee)));
        ledger.append(BIRTHS, 0, new NamesShown("WINGENE.1", "treasurer", "c1", 1));
        new Deeds(ledger, BIRTHS, 0)
                .around(
                        new DeliveryIntent.OfPayments("WINGENE.1", 1, cents, "d", List.of("c1", "c2")),
                        () -> Deeds.End.of(1, new DeliveryOutcome.OfFiles(Sending.SENT)));
    }

    void inscribed(Insz person, String since) {
        PeopleAtRest people = new PeopleAtRest(keys, UITPAS);
        jdbi().useTransaction(handle -> handle.execute(
                "insert into inscription (agreement, subject, vault, since, needed) values (?, ?, ?, ?, ?)",
                UITPAS,
                people.pseudonym(person),
                people.vault().seal(person.value()),
                LocalDate.parse(since),
                LocalDate.parse(since).plusDays(1)));
    }

    void claimed(Insz person, String words, long cents) {
        String subject = pseudonym(ENDED, person);
        new Deeds(ledger, ENDED, 0)
                .around(
                        new QuestionIntent.OfClaim(
                                "v1", subject, "clerk-" + words, DAY, 2026, cents, "chiro", "F-" + words),
                        () -> Deeds.End.of(1, new Answered.OfClaim("yes", cents, 0, false, "v1")));
    }

    List<String> entries(String kind) {
        return jdbi().withHandle(handle -> handle.select(
                        "select agreement || ' ' || body from ledger_entry where kind = ? order by id", kind)
                .mapTo(String.class)
                .list());
    }

    private byte[] asked(Insz... people) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(people)
                .map(person -> new PeopleAtRest(keys, BAGS).pseudonyms().atRest(person.value()))
                .sorted(Arrays::compareUnsigned)
                .forEach(all::writeBytes);
        return all.toByteArray();
    }

    private void execute(String sql) {
        jdbi().useTransaction(handle -> handle.execute(sql));
    }

    @Override
    public void close() {
        storage.close();
    }
}
