package be.zeef.run;

import be.zeef.ledger.Deeds;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.QuestionsAsked;
import be.zeef.ledger.event.Note;
import be.zeef.plan.SyncPlan;
import be.zeef.source.LedgerJournal;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One run under way: what it runs, where its record is kept, and what there is to tell.
 *
 * @param people how its people stand in our tables
 */
public record Run(
        SyncRow row,
        SyncPlan plan,
        Jdbi jdbi,
        Ledger ledger,
        PeopleAtRest people,
        RunFindings findings,
        Progress progress) {

    /** The same where it has come this far, and that is stored already. */
    public Run in(SyncState state) {
        return new Run(row.in(state), plan, jdbi, ledger, people, findings, progress);
    }

    /** The same, one state further, and that stored. */
    public Run advanced(SyncState next) {
        jdbi.useTransaction(handle -> Syncs.advance(handle, row, next));
        return in(next);
    }

    /** The same as it would be for another benefit of the agreement, to look at what is granted there. */
    public Run under(SyncPlan other) {
        return new Run(
                row,
                other,
                jdbi,
                ledger,
                new PeopleAtRest(people.keys(), other.agreement(), other.benefit()),
                findings,
                progress);
    }

    /** Which grants of one subject are of the same period. */
    public int year() {
        return plan.granted().period().year();
    }

    /** How much it asked of whom so far: {@link QuestionsAsked}. */
    public SortedMap<String, Long> questions() {
        return jdbi.withHandle(handle -> QuestionsAsked.of(handle, row.id(), Syncs.firstEntry(handle, row)));
    }

    /** Tells the ledger of calls about this person. */
    public LedgerJournal journal(Insz person) {
        return LedgerJournal.about(ledger, plan.benefit(), row.version(), row.id(), person, people);
    }

    /** Does what the ledger must know of, under this run. */
    public Deeds deeds() {
        return new Deeds(ledger, plan.benefit(), row.id());
    }

    /** What is told of a delivery that its recipient refused as a whole. */
    public Finding refused(String delivery, String code) {
        return Finding.warning("sync.delivery-refused", Location.WHOLE, delivery, code, plan.benefit());
    }

    /** @throws be.zeef.ledger.HaltedException when nothing may go on under its agreement */
    public void requireGoingOn(Handle handle) {
        ledger.requireGoingOn(handle, plan.agreement());
    }

    /** Whether this person objected or is restricted, as it stands within this transaction. */
    public boolean isObjected(Handle handle, Insz person) {
        return ledger.isObjected(handle, plan.agreement(), people.pseudonym(person));
    }

    public long record(Note note) {
        return ledger.append(plan.benefit(), row.id(), note);
    }

    /** The same in the transaction of what it tells of. */
    public long record(Handle handle, Note note) {
        return ledger.append(handle, plan.benefit(), row.id(), note);
    }
}
