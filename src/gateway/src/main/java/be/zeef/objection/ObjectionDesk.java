package be.zeef.objection;

import be.zeef.ledger.Ledger;
import be.zeef.ledger.Written;
import be.zeef.ledger.event.Note;
import be.zeef.ledger.event.QuestionRefused;
import be.zeef.run.KnownAs;
import be.zeef.security.Keys;
import be.zeef.storage.SecretMarks;
import be.zeef.storage.Storage;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Where a data-protection officer enters that somebody objects or is restricted, and withdraws it. From the transaction on that enters it
 * nothing goes on about the person, by whatever number an agreement knows them. Each is an entry of the ledger, which names a pseudonym,
 * who and why.
 */
public final class ObjectionDesk {

    private final Storage storage;
    private final Keys keys;
    private final Ledger ledger;
    private final Clock clock;

    /**
     * @param agreements ids of those of today: people are known under each from now on, so that what is of every one is told under each
     * @throws be.zeef.storage.StorageException when a key is not the one that people were known under
     */
    public ObjectionDesk(Storage storage, Keys keys, Set<String> agreements, Clock clock) {
        this.storage = storage;
        this.keys = keys;
        this.ledger = new Ledger(storage.jdbi(), clock);
        this.clock = clock;
        SecretMarks.require(storage, "vault", keys.vault());
        agreements.forEach(each -> SecretMarks.require(storage, "pseudonym-" + each, keys.pseudonym(each)));
    }

    /** What became of it. */
    public enum Result {
        ENTERED,
        WITHDRAWN,
        /** Withdrawn, and another one still stands of this person there. */
        WITHDRAWN_ANOTHER_STANDS,
        /** It stood already; nothing was changed. */
        ALREADY,
        /** None of this kind and scope stands of this person; nothing was changed. */
        NONE;
    }

    /**
     * Who acts, and why.
     *
     * @param clerk {@link Written#faultOfName}
     * @param reason {@link Written#faultOfReason}
     */
    public record Act(String clerk, String reason) {

        /** @throws IllegalArgumentException when the ledger cannot keep it */
        public Act {
            reason = reason.strip();
            if (Written.faultOfName(clerk, "clerk").isPresent()
                    || Written.faultOfReason(reason, "reason").isPresent()
                    || Written.faultOfBoth(clerk, reason, "reason").isPresent()) {
                throw new IllegalArgumentException("an objection needs a clerk and a reason that can be kept");
            }
        }
    }

    /** @param scope an agreement of those of today, or {@link Objection#EVERY} */
    public Result enter(Insz person, String scope, ObjectionKind kind, Act act) {
        KnownAs known = KnownAs.of(storage, keys, person);
        PeopleAtRest people = new PeopleAtRest(keys, scope);
        return storage.jdbi().inTransaction(handle -> {
            Ledger.lock(handle);
            if (!standing(handle, person, known, scope, kind).isEmpty()) {
                return Result.ALREADY;
            }
            long entry = record(
                    handle,
                    known,
                    scope,
                    subject -> new QuestionRefused.Objection(subject, kind.name(), scope, act.clerk, act.reason));
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Objection objection = new Objection(scope, people.pseudonym(person), kind, act.clerk, act.reason, now);
            ObjectionTable.insert(
                    handle, new ObjectionTable.Row(objection, people.vault().seal(person.value()), entry));
            return Result.ENTERED;
        });
    }

    /**
     * Withdraws or lifts what was entered for this very scope, by whichever of the person's numbers.
     *
     * @param told whether the person was told before
     * @throws IllegalArgumentException when a restriction is lifted of which the person was not told before (GDPR 18.3)
     */
    public Result withdraw(Insz person, String scope, ObjectionKind kind, boolean told, Act act) {
        if (kind == ObjectionKind.RESTRICTION && !told) {
            throw new IllegalArgumentException("a restriction is lifted after the person was told");
        }
        KnownAs known = KnownAs.of(storage, keys, person);
        return storage.jdbi().inTransaction(handle -> {
            Ledger.lock(handle);
            List<Objection> standing = standing(handle, person, known, scope, kind);
            if (standing.isEmpty()) {
                return Result.NONE;
            }
            record(
                    handle,
                    known,
                    scope,
                    subject -> new QuestionRefused.ObjectionWithdrawn(
                            subject, kind.name(), scope, told, act.clerk, act.reason));
            standing.forEach(each -> ObjectionTable.delete(handle, each));
            return anyStands(handle, person, known, scope) ? Result.WITHDRAWN_ANOTHER_STANDS : Result.WITHDRAWN;
        });
    }

    /** All that stand, in the order in which they were entered. */
    public List<Objection> standing() {
        return storage.jdbi().withHandle(handle -> ObjectionTable.all(handle).stream()
                .map(ObjectionTable.Row::objection)
                .toList());
    }

    private List<Objection> standing(Handle handle, Insz person, KnownAs known, String scope, ObjectionKind kind) {
        Vault vault = new PeopleAtRest(keys, scope).vault();
        return ObjectionTable.of(handle, scope).stream()
                .filter(row -> row.objection().kind() == kind)
                .filter(row -> isSame(person, vault.open(row.vault()), known))
                .map(ObjectionTable.Row::objection)
                .toList();
    }

    /** Of either right, for this scope or one that is or covers part of it. */
    private boolean anyStands(Handle handle, Insz person, KnownAs known, String scope) {
        return ObjectionTable.all(handle).stream()
                .map(row -> row.objection().scope())
                .distinct()
                .filter(other -> Set.of(scope, other).contains(Objection.EVERY) || other.equals(scope))
                .anyMatch(other -> Stream.of(ObjectionKind.values())
                        .anyMatch(kind ->
                                !standing(handle, person, known, other, kind).isEmpty()));
    }

    /** By whichever agreement knows the two numbers to be one person's. */
    private boolean isSame(Insz person, Insz other, KnownAs known) {
        return person.equals(other)
                || known.given().keySet().stream().anyMatch(agreement -> known.under(agreement)
                        .contains(new PeopleAtRest(keys, agreement).pseudonym(other)));
    }

    /** Under each agreement that it is of; returns the last entry. */
    private long record(Handle handle, KnownAs known, String scope, Function<String, Note> note) {
        SortedMap<String, String> of = new TreeMap<>(known.given());
        if (!scope.equals(Objection.EVERY)) {
            of.keySet().retainAll(Set.of(scope));
        }
        if (of.isEmpty()) {
            throw new IllegalArgumentException("there is no agreement that it is of");
        }
        long last = 0;
        for (Map.Entry<String, String> each : of.entrySet()) {
            last = ledger.append(handle, each.getKey(), 0, note.apply(each.getValue()));
        }
        return last;
    }
}
