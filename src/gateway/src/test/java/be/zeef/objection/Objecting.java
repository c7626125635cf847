package be.zeef.objection;

import be.zeef.security.Keys;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Has people object in a test's database, as an officer's desk does without its ledger. */
public record Objecting(Jdbi jdbi, Keys keys) {

    /** From now on this person objects to this agreement, or to every one. */
    public void enter(String scope, Insz person) {
        PeopleAtRest people = new PeopleAtRest(keys, scope);
        jdbi.useTransaction(handle -> ObjectionTable.insert(
                handle,
                new ObjectionTable.Row(
                        new Objection(
                                scope,
                                people.pseudonym(person),
                                ObjectionKind.OBJECTION,
                                "dpo",
                                "a letter",
                                Instant.parse("2026-07-16T08:00:00Z")),
                        people.vault().seal(person.value()),
                        ObjectionTable.stamp(handle).entry() + 1)));
    }

    /** Nobody objects any more. */
    public void withdrawAll() {
        jdbi.useTransaction(handle -> handle.execute("delete from objection"));
    }
}
