package be.zeef.sync;

import be.zeef.ledger.Deed;
import be.zeef.ledger.Deeds;
import be.zeef.ledger.EntryKind;
import be.zeef.route.Mailbox;
import be.zeef.route.MailboxException;
import be.zeef.source.PersonList;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.Map;

/** Sends question files: stored and recorded first, then sent, then marked as sent. */
final class QuestionFiles {

    private final Run run;
    private final Mailbox box;

    QuestionFiles(Run run, Mailbox box) {
        this.run = run;
        this.box = box;
    }

    /** Stores a question before anything leaves; a crash after this finds it as PLANNED. */
    Question plan(Question question, PersonList persons) {
        AskedList asked = AskedList.of(persons, run.pseudonyms());
        return run.tools().jdbi().inTransaction(handle -> {
            Question stored = Questions.plan(handle, question, asked.pseudonyms());
            run.record(
                    handle,
                    EntryKind.QUESTION_INTENT,
                    Map.of(
                            "kind", question.kind().name(),
                            "file", question.file(),
                            "referte", question.referte(),
                            "persons", persons.size(),
                            "asked", asked.digest()));
            return stored;
        });
    }

    /** Sends it; false when the partner could not be reached, and then that is told. */
    boolean send(Question question, Mailbox.Content content) {
        return run.deeds().concluding(Deed.QUESTION_FILE, question.referte(), () -> put(question, content));
    }

    private Deeds.End<Boolean> put(Question question, Mailbox.Content content) {
        try {
            box.put(question.file(), content);
        } catch (MailboxException e) {
            run.tally().tell(Finding.warning("sync.question-not-sent", Location.WHOLE, question.file()));
            return Deeds.End.of(false, "NOT_SENT");
        }
        return Deeds.End.of(true, "SENT").storing(handle -> Questions.mark(handle, question.id(), Question.State.SENT));
    }

    /** No usable answer came: an answer that still comes is late. */
    void giveUp(Question question) {
        run.tools().jdbi().useTransaction(handle -> {
            Questions.mark(handle, question.id(), Question.State.GIVEN_UP);
            run.record(handle, EntryKind.QUESTION_OUTCOME, Map.of("referte", question.referte(), "code", "GIVEN_UP"));
        });
    }
}
