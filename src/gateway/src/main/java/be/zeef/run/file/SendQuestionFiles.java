package be.zeef.run.file;

import be.zeef.ledger.Deeds;
import be.zeef.ledger.event.CallIntent;
import be.zeef.ledger.event.Event;
import be.zeef.ledger.event.QuestionFileGivenUp;
import be.zeef.ledger.event.QuestionFileIntent;
import be.zeef.ledger.event.QuestionFileOutcome;
import be.zeef.ledger.event.Sending;
import be.zeef.route.Mailbox;
import be.zeef.route.MailboxException;
import be.zeef.run.Run;
import be.zeef.source.PersonList;
import be.zeef.subject.Population;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import be.zeef.wire.WireKey;
import be.zeef.wire.WireTap;
import java.util.BitSet;
import java.util.List;

/** Sends question files: stored and recorded first, then sent, then marked as sent. */
public final class SendQuestionFiles {

    private final Run run;
    private final Mailbox box;

    public SendQuestionFiles(Run run, Mailbox box) {
        this.run = run;
        this.box = box;
    }

    /**
     * Stores a question before anything leaves; a crash after this finds it as PLANNED.
     *
     * @param what is asked about each of them
     */
    public QuestionFile plan(QuestionFile question, PersonList persons, CallIntent.Asked what) {
        AskedList asked = AskedList.of(persons, run.people().pseudonyms());
        return run.jdbi().inTransaction(handle -> {
            QuestionFile stored = QuestionFiles.plan(handle, question, asked.pseudonyms());
            run.deeds()
                    .intend(
                            handle,
                            new QuestionFileIntent(
                                    question.kind().name(),
                                    question.file(),
                                    question.referte(),
                                    persons.size(),
                                    asked.digest(),
                                    what));
            return stored;
        });
    }

    /**
     * Who is asked about in a question of before, among those who may be: the very people, whoever may be asked about now.
     *
     * @param wanted who may be asked about now, where it is kept no more
     */
    public PeopleInRange asked(QuestionFile question, Population population, BitSet wanted) {
        BitSet places = run.jdbi()
                .withHandle(handle -> QuestionFiles.asked(handle, question.referte()))
                .map(list -> list.places(
                        population,
                        question.first(),
                        question.last(),
                        run.people().pseudonyms()))
                .orElse(wanted);
        return PeopleInRange.of(population, places, question.first(), question.last());
    }

    /** Sends it; false when the partner could not be reached, and then that is told. */
    public boolean send(QuestionFile question, Mailbox.Content content) {
        return run.deeds().concluding(question.referte(), () -> put(question, content));
    }

    private Deeds.End<Boolean, QuestionFileOutcome> put(QuestionFile question, Mailbox.Content content) {
        List<Event.Wire> wire;
        try (WireTap tap = WireTap.open()) {
            box.put(question.file(), content);
            wire = tap.seen(new WireKey(run.people()));
        } catch (MailboxException e) {
            run.findings().tell(Finding.warning("sync.question-not-sent", Location.WHOLE, question.file(), e.reason()));
            return Deeds.End.of(false, new QuestionFileOutcome(Sending.NOT_SENT));
        }
        return Deeds.End.of(true, new QuestionFileOutcome(Sending.SENT, wire))
                .storing(handle -> QuestionFiles.mark(handle, question.id(), QuestionFile.State.SENT));
    }

    /** No usable answer came: an answer that still comes is late. */
    public void giveUp(QuestionFile question) {
        run.jdbi().useTransaction(handle -> {
            QuestionFiles.mark(handle, question.id(), QuestionFile.State.GIVEN_UP);
            run.record(handle, new QuestionFileGivenUp(question.referte()));
        });
    }
}
