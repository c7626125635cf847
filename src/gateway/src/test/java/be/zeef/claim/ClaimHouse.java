package be.zeef.claim;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.ledger.Halts;
import be.zeef.ledger.Ledger;
import be.zeef.objection.KnownObjectors;
import be.zeef.objection.Objecting;
import be.zeef.payment.AgreementLedger;
import be.zeef.payment.PaymentSecrets;
import be.zeef.plan.Plans;
import be.zeef.question.QuestionDesk;
import be.zeef.run.PersonNumbers;
import be.zeef.security.Keys;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.source.Advice;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.Jdbi;

/** A fund with a register of two associations, and sources that say of each child what a test wants. */
final class ClaimHouse implements AutoCloseable {

    static final LocalDate ON = LocalDate.of(2026, 10, 5);
    static final Insz CHILD = person("15610100136");
    static final Insz SISTER = person("17620200121");

    private static final String HEADER = "key;name;iban\n";

    private final Storage storage;
    private final Keys keys;
    private final Path register;
    private final Clock clock = Clock.fixed(Instant.parse("2026-10-05T08:00:00Z"), ZoneOffset.UTC);
    private final Map<Insz, Outcome> said = new ConcurrentHashMap<>();
    private final Queue<LocalDate> asked = new ConcurrentLinkedQueue<>();
    private final Agreement agreement = new Agreements(Path.of("mappings")).load("heusden-zolder-lidgeld");

    ClaimHouse(TestDatabase database, Path folder) {
        storage = database.open(folder);
        keys = Keys.in(folder.resolve("keys"));
        register = folder.resolve("associations.csv");
        register("chiro;Chiro (test);BE68539007547034", "zwemclub;Zwemclub (test);BE62510007547061");
    }

    /** A test number with right check digits for nine digits of somebody born from 2000 on. */
    static Insz person(String number) {
        long first = Long.parseLong(number.substring(0, 9));
        long check = 97 - (2_000_000_000L + first) % 97;
        return Insz.of(String.format("%09d%02d", first, check), Realm.SANDBOX);
    }

    void register(String... lines) {
        try {
            Files.writeString(register, HEADER + String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path register() {
        return register;
    }

    void says(Insz child, Outcome outcome) {
        said.put(child, outcome);
    }

    /** The days that were asked about so far. */
    List<LocalDate> asked() {
        return List.copyOf(asked);
    }

    Jdbi jdbi() {
        return storage.jdbi();
    }

    Agreement agreement() {
        return agreement;
    }

    /** A process of its own, as far as claims go. */
    ClaimDesk desk() {
        PeopleAtRest people = new PeopleAtRest(keys, agreement.id());
        Ledger ledger = new Ledger(jdbi(), clock, Halts.NEVER, new KnownObjectors(keys));
        return new ClaimDesk(
                agreement,
                register,
                on -> new QuestionDesk(
                        Plans.question(agreement, on),
                        (child, day, journal) -> {
                            asked.add(day);
                            return new Advice(decision(said.getOrDefault(child, Outcome.ELIGIBLE)), List.of(), false);
                        },
                        ledger,
                        people),
                jdbi(),
                ledger,
                people,
                new PaymentSecrets(keys, agreement.id()),
                clock);
    }

    ClaimBook book() {
        return new ClaimBook(agreement, new AgreementLedger(new Ledger(jdbi(), clock), agreement.id()), jdbi());
    }

    ClaimAnswer claim(Insz child, long cents, String reference) {
        return desk().claim(new Claim(child, cents, "chiro", 2026, reference, "clerk-7"), ON);
    }

    Objecting objecting() {
        return new Objecting(jdbi(), keys);
    }

    void joined(Insz former, Insz fresh) {
        PersonNumbers.learn(
                jdbi(), new PeopleAtRest(keys, agreement.id()), Map.of(fresh.value(), List.of(former.value())));
    }

    long sum(String table, String column, String where) {
        return jdbi().withHandle(handle -> handle.createQuery(
                        "select coalesce(sum(" + column + "), 0) from " + table + " where " + where)
                .mapTo(Long.class)
                .one());
    }

    List<String> ledger(String kind) {
        return jdbi().withHandle(
                        handle -> handle.select("select body from ledger_entry where kind = ? order by id", kind)
                                .mapTo(String.class)
                                .list());
    }

    private static Decision decision(Outcome outcome) {
        return switch (outcome) {
            case ELIGIBLE -> new Decision(outcome, Map.of("lidgeld", "JA"));
            case NOT_ELIGIBLE -> new Decision(outcome, Map.of());
            case UNDETERMINED -> Decision.undetermined(Cause.NO_ANSWER);
        };
    }

    @Override
    public void close() {
        storage.close();
    }
}
