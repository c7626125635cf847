package be.zeef.sync;

import be.zeef.ledger.EntryKind;
import be.zeef.ledger.Uninterrupted;
import be.zeef.route.Interruption;
import be.zeef.route.Mailbox;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionLanguage;
import be.zeef.source.InscriptionLanguage.Answered;
import be.zeef.source.InscriptionLanguage.Batch;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.PersonList;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjIntConsumer;

/**
 * Inscribes people by file. A run that died here inscribes anew those who have no result yet: repeating an inscription
 * is harmless (40143), and an answer to the older file is told as late.
 */
final class RegisterByFile {

    private static final InscriptionOutcome NO_ANSWER = new InscriptionOutcome.Failed("NO_ANSWER");

    private final Run run;
    private final LocalDate begin;
    private final Mailbox box;
    private final InscriptionLanguage language;

    RegisterByFile(Run run, LocalDate begin) {
        this.run = run;
        this.begin = begin;
        this.box = run.tools().sources().inscriptionBox();
        this.language = run.tools().sources().inscriptionFiles();
    }

    private record Sent(Question question, Batch batch, InscriptionOutcome[] outcomes) {}

    void run(Inscription kind, PersonList persons, ObjIntConsumer<InscriptionOutcome> told) {
        QuestionFiles files = new QuestionFiles(run, box);
        Map<String, Sent> open = new LinkedHashMap<>();
        int most = run.tools().settings().magda().files().personsPerFile();
        for (int first = 0; first < persons.size(); first += most) {
            PersonList part = part(persons, first, Math.min(first + most, persons.size()));
            Sent sent = plan(files, kind, part, first);
            if (files.send(sent.question(), out -> language.write(sent.batch(), out))) {
                open.put(sent.batch().referte(), sent);
            } else {
                files.giveUp(sent.question());
                tell(sent, told);
            }
        }
        List<Sent> all = new ArrayList<>(open.values());
        await(open);
        open.values().forEach(unanswered -> files.giveUp(unanswered.question()));
        all.forEach(sent -> tell(sent, told));
    }

    private Sent plan(QuestionFiles files, Inscription kind, PersonList part, int first) {
        Question.Kind questionKind = kind == Inscription.REGISTER ? Question.Kind.REGISTER : Question.Kind.DEREGISTER;
        String referte = FileNames.batchReferte();
        String name = FileNames.file(questionKind, referte, run.row().on());
        Question question = files.plan(
                new Question(
                        0,
                        run.row().id(),
                        questionKind,
                        name,
                        referte,
                        first,
                        first + part.size(),
                        1,
                        Question.State.PLANNED),
                part);
        return new Sent(question, new Batch(kind, name, referte, begin, part), new InscriptionOutcome[part.size()]);
    }

    private void await(Map<String, Sent> open) {
        if (open.isEmpty()) {
            return;
        }
        CountDownLatch outstanding = new CountDownLatch(open.size());
        Arrivals arrivals = new Arrivals(run, new AnswerReader(open, outstanding));
        box.watch(arrivals);
        try {
            Duration deadline = run.tools().settings().magda().files().deadline();
            // an answer that does not come is told by its outcomes
            outstanding.await(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw Interruption.stopped("inscribing", e);
        } finally {
            Uninterrupted.run(() -> {
                run.tally().refused(box.unwatch());
                arrivals.finished().forEach(box::acknowledge);
            });
        }
    }

    /** Reads one answer, and stores what it changed before the file may be removed. */
    private final class AnswerReader implements Arrivals.Reader {
        private final Map<String, Sent> open;
        private final CountDownLatch outstanding;

        AnswerReader(Map<String, Sent> open, CountDownLatch outstanding) {
            this.open = open;
            this.outstanding = outstanding;
        }

        @Override
        public Arrivals.Kind read(String file, InputStream in) throws IOException {
            String[] seen = {""};
            Optional<Answered> answered = language.read(
                    file,
                    in,
                    referte -> {
                        seen[0] = referte;
                        return Optional.ofNullable(open.get(referte)).map(Sent::batch);
                    },
                    batch -> (place, outcome) -> open.get(batch.referte()).outcomes()[place] = outcome);
            if (answered.isEmpty()) {
                return Arrivals.withoutOpenQuestion(run, Optional.of(seen[0]));
            }
            Sent sent = open.get(answered.get().batch().referte());
            run.tally().tellAll(answered.get().report());
            try {
                store(sent);
            } catch (SQLException e) {
                throw new IOException("the results cannot be stored", e);
            }
            open.remove(sent.batch().referte());
            outstanding.countDown();
            return Arrivals.Kind.ANSWER;
        }

        @Override
        public void unusable(String file) {
            // the deadline decides: another, whole answer may still come
        }
    }

    private void store(Sent sent) throws SQLException {
        run.tools().jdbi().<SQLException>useTransaction(handle -> {
            try (RegisterResult results =
                    new RegisterResult(run, handle, sent.batch().kind(), begin)) {
                for (int place = 0; place < sent.outcomes().length; place++) {
                    results.store(sent.batch().persons().at(place), outcome(sent, place));
                }
            }
            Questions.mark(handle, sent.question().id(), Question.State.ANSWERED);
            run.record(
                    handle,
                    EntryKind.ANSWER_READ,
                    Map.of("referte", sent.batch().referte(), "persons", sent.outcomes().length));
        });
        run.progress().advance(sent.outcomes().length);
    }

    private static void tell(Sent sent, ObjIntConsumer<InscriptionOutcome> told) {
        for (int place = 0; place < sent.outcomes().length; place++) {
            told.accept(outcome(sent, place), place);
        }
    }

    private static InscriptionOutcome outcome(Sent sent, int place) {
        return Optional.ofNullable(sent.outcomes()[place]).orElse(NO_ANSWER);
    }

    private static PersonList part(PersonList persons, int first, int last) {
        return new PersonList() {
            @Override
            public int size() {
                return last - first;
            }

            @Override
            public long at(int place) {
                return persons.at(first + place);
            }
        };
    }
}
