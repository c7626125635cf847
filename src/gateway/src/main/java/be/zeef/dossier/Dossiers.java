package be.zeef.dossier;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.Recorded;
import be.zeef.ledger.event.NamesShown;
import be.zeef.objection.Objection;
import be.zeef.run.KnownAs;
import be.zeef.security.Keys;
import be.zeef.security.reading.Yaml;
import be.zeef.storage.Storage;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Vault;
import be.zeef.validation.InvalidMessageException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Gathers what was done about a person, after it is recorded that somebody looks. */
public final class Dossiers {

    private static final Comparator<Happening> IN_TIME =
            Comparator.comparing((Happening happening) -> happening.at().orElse(Instant.EPOCH));

    private final Storage storage;
    private final Keys keys;
    private final Agreements agreements;
    private final Ledger ledger;

    /** @param agreements those of today, for their words; what was done under others is found, too */
    public Dossiers(Storage storage, Keys keys, Agreements agreements, Clock clock) {
        this.storage = storage;
        this.keys = keys;
        this.agreements = agreements;
        this.ledger = new Ledger(storage.jdbi(), clock);
    }

    /**
     * All that was done, this look included, which is in the ledger before anything is read.
     *
     * @param clerk who looks
     * @param reason why, in the clerk's words
     * @throws be.zeef.storage.StorageException when a key is not the one that people were known under
     * @throws IllegalArgumentException when a number may stand in the clerk's name or words
     */
    public Dossier of(Insz person, String clerk, String reason) {
        KnownAs known = KnownAs.of(storage, keys, person);
        record(known, clerk, reason);
        List<Happening> all = known.isNobody()
                ? List.of()
                : storage.jdbi().withHandle(handle -> {
                    handle.setTransactionIsolationLevel(TransactionIsolationLevel.REPEATABLE_READ);
                    return handle.inTransaction(moment -> gather(moment, known));
                });
        return new Dossier(
                reasons(known, all),
                all.stream().sorted(IN_TIME).toList(),
                storage.jdbi().inTransaction(Recorded::goneUpTo));
    }

    /** Under each agreement, so that it is found under each; in one transaction. */
    private void record(KnownAs known, String clerk, String reason) {
        storage.jdbi().useTransaction(handle -> {
            known.given()
                    .forEach((agreement, pseudonym) ->
                            ledger.append(handle, agreement, 0, new NamesShown.OfPerson(pseudonym, clerk, reason)));
            if (known.isNobody()) {
                ledger.append(handle, "", 0, new NamesShown.OfPerson("", clerk, reason));
            }
        });
    }

    /**
     * What stands of a person who objects, and is left to people. It is told with the entry of the objection, which names who enters it.
     *
     * @param scope an agreement's id, or {@link Objection#EVERY}
     * @throws be.zeef.storage.StorageException as above
     */
    public List<LeftToPeople> left(Insz person, String scope) {
        KnownAs known = KnownAs.of(storage, keys, person);
        SortedSet<String> numbers = scope.equals(Objection.EVERY) ? known.all() : known.under(scope);
        return storage.jdbi().withHandle(handle -> LeftToPeople.of(handle, numbers, this::vault));
    }

    private List<Happening> gather(Handle handle, KnownAs known) {
        LedgerPass pass = new LedgerPass(known.all(), new Rows(handle, known.all(), this::vault));
        Recorded.all(handle, pass::see);
        return pass.happenings().stream().map(this::withRecipient).toList();
    }

    private Vault vault(String benefit) {
        return new PeopleAtRest(keys, own(benefit)).vault();
    }

    /** The agreement of a benefit. */
    private static String own(String benefit) {
        return benefit.replaceFirst("/.*", "");
    }

    /** What left in a delivery left to the recipient of its agreement. */
    private Happening withRecipient(Happening happening) {
        boolean wanted =
                happening.kind() == Kind.DELIVERY && !happening.details().containsKey(Detail.RECIPIENT);
        return wanted
                ? happening.with(
                        Detail.RECIPIENT,
                        loaded(happening.under())
                                .map(agreement -> agreement.recipient().system())
                                .orElse(""))
                : happening;
    }

    private SortedMap<String, Dossier.Reason> reasons(KnownAs known, List<Happening> all) {
        SortedMap<String, Dossier.Reason> reasons = new TreeMap<>();
        all.stream()
                .filter(happening -> happening.kind() != Kind.LOOKED_UP)
                .map(happening -> own(happening.under()))
                .distinct()
                .forEach(agreement -> reasons.put(agreement, reason(agreement, known.numbers(agreement))));
        return reasons;
    }

    private Dossier.Reason reason(String id, int numbers) {
        Optional<JsonNode> file = loaded(id).flatMap(this::file);
        return new Dossier.Reason(
                text(file, "/title"), text(file, "/purpose/primary"), text(file, "/legalBasis/regulation"), numbers);
    }

    private static String text(Optional<JsonNode> file, String pointer) {
        return file.map(tree -> tree.at(pointer).asText("")).orElse("");
    }

    private Optional<JsonNode> file(Agreement agreement) {
        try {
            return Optional.of(Yaml.tree(agreements.file(agreement.id())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Empty for one that is not there any more, or cannot be read today. */
    private Optional<Agreement> loaded(String id) {
        try {
            return Optional.of(agreements.load(id));
        } catch (InvalidMessageException e) {
            return Optional.empty();
        }
    }
}
