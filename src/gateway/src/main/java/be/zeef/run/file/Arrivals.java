package be.zeef.run.file;

import be.zeef.ledger.event.AnswerRead;
import be.zeef.route.Mailbox;
import be.zeef.run.Run;
import be.zeef.run.Syncs;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.wire.Passage;
import be.zeef.wire.WireKey;
import be.zeef.wire.WireTap;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to do with each answer file that arrives while questions are open: hand it to its reader; one that is late,
 * doubled or of nobody's question is told; one that another run waits for is left to it; one that cannot be read is offered
 * again, for it may still be growing, and told at last.
 */
public final class Arrivals implements Mailbox.Incoming {

    private static final int LOOKS = 3;

    /** Who answers question files, as the ledger calls it. */
    private static final String SOURCE = "magdaFiles";

    private final Run run;
    private final Reader reader;
    private final Map<String, Integer> looks = new HashMap<>();
    private final Set<Mailbox.Offered> finished = new LinkedHashSet<>();

    public Arrivals(Run run, Reader reader) {
        this.run = run;
        this.reader = reader;
    }

    /** What a file turned out to be. */
    public enum Kind {
        /** It answered an open question. */
        ANSWER,
        /** It answers a question of ours that needs no answer any more. */
        LATE,
        /** It answers a question of another run, which is under way or will be gone on with: it is left there for that one. */
        OTHERS,
        /** It answers no question of ours. */
        FOREIGN
    }

    /** Reads one file for its questions. */
    public interface Reader {
        Kind read(String file, InputStream in) throws IOException;

        /** The file is unusable after {@value Arrivals#LOOKS} looks. */
        void unusable(String file);
    }

    @Override
    public void arrived(Mailbox.Offered file, InputStream content) throws IOException {
        String name = file.name();
        try {
            Kind kind = reader.read(name, content);
            if (kind == Kind.LATE) {
                unused(file, content, List.of("sync.answer-late"));
            } else if (kind == Kind.FOREIGN) {
                unused(file, content, List.of("sync.answer-foreign"));
            }
            if (kind == Kind.ANSWER || kind == Kind.LATE) {
                finish(file);
            }
        } catch (InvalidMessageException e) {
            if (looks.merge(name, 1, Integer::sum) < LOOKS) {
                throw new IOException(name + " cannot be read yet", e);
            }
            run.findings().tellAll(e.report());
            unused(
                    file,
                    content,
                    Stream.concat(Stream.of("sync.answer-unusable"), e.codes()).toList());
            reader.unusable(name);
        }
    }

    /** Told, and recorded with what came: whoever holds it against us later can be shown that this is what was sent. */
    private void unused(Mailbox.Offered file, InputStream content, List<String> why) {
        run.findings().tell(Finding.warning(why.get(0), Location.WHOLE, file.name()));
        Passage.readOn(content, file.bytes());
        run.record(new AnswerRead.Refused(SOURCE, why, WireTap.seenHere(new WireKey(run.people()))));
    }

    private synchronized void finish(Mailbox.Offered file) {
        finished.add(file);
    }

    /** Files that were read to their end, in the order they came; they may be removed once what they said is stored. */
    public synchronized Set<Mailbox.Offered> finished() {
        return new LinkedHashSet<>(finished);
    }

    /** What a file is whose Referte is that of no question that this run has open. */
    public static Kind withoutOpenQuestion(Run run, Optional<String> referte) {
        return run.jdbi().withHandle(handle -> referte.flatMap(known -> QuestionFiles.byReferte(handle, known))
                .map(question -> question.syncId() != run.row().id() && Syncs.isUnfinished(handle, question.syncId())
                        ? Kind.OTHERS
                        : Kind.LATE)
                .orElse(Kind.FOREIGN));
    }
}
