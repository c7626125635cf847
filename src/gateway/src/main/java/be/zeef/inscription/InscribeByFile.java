package be.zeef.inscription;

import be.zeef.ledger.Uninterrupted;
import be.zeef.ledger.event.AnswerRead;
import be.zeef.ledger.event.CallIntent;
import be.zeef.route.Interruption;
import be.zeef.route.Mailbox;
import be.zeef.run.Run;
import be.zeef.run.file.Arrivals;
import be.zeef.run.file.QuestionFile;
import be.zeef.run.file.QuestionFileNames;
import be.zeef.run.file.QuestionFiles;
import be.zeef.run.file.SendQuestionFiles;
import be.zeef.settings.Settings;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionLanguage;
import be.zeef.source.InscriptionLanguage.Answered;
import be.zeef.source.InscriptionLanguage.Batch;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.PersonList;
import be.zeef.wire.WireKey;
import be.zeef.wire.WireTap;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjIntConsumer;
import org.jdbi.v3.core.JdbiException;

/**
 * Inscribes people by file. A run that died here inscribes anew those who have no result yet: repeating an inscription
 * is harmless (40143), and an answer to the older file is told as late.
 */
public final class InscribeByFile implements InscriptionRoad {

    private static final InscriptionOutcome NO_ANSWER = new InscriptionOutcome.Failed("NO_ANSWER");
    private static final InscriptionOutcome NOT_SENT = new InscriptionOutcome.Failed("NOT_SENT");

    private final InscriptionLanguage language;
    private final Mailbox box;
    private final Settings.MagdaFiles limits;

    /** @param limits how many people a file holds, and how long its answer may take */
    public InscribeByFile(InscriptionLanguage language, Mailbox box, Settings.MagdaFiles limits) {
        this.language = language;
        this.box = box;
        this.limits = limits;
    }

    @Override
    public void take(Run run, Work work, ObjIntConsumer<InscriptionOutcome> told) {
        new Journey(run, work, told).go();
    }

    /** A file, and what became of each of its people; of whom nothing was said, nothing stands there. */
    private record Sent(QuestionFile question, Batch batch, InscriptionOutcome[] outcomes) {

        private InscriptionOutcome outcome(int place) {
            return Optional.ofNullable(outcomes[place]).orElse(NO_ANSWER);
        }

        private void tell(ObjIntConsumer<InscriptionOutcome> told) {
            for (int place = 0; place < outcomes.length; place++) {
                told.accept(outcome(place), place);
            }
        }
    }

    /** One piece of work. */
    private final class Journey {
        private final Run run;
        private final Work work;
        private final ObjIntConsumer<InscriptionOutcome> told;
        private final SendQuestionFiles files;
        private final Map<String, Sent> open = new LinkedHashMap<>();

        Journey(Run run, Work work, ObjIntConsumer<InscriptionOutcome> told) {
            this.run = run;
            this.work = work;
            this.told = told;
            this.files = new SendQuestionFiles(run, box);
        }

        void go() {
            int size = work.persons().size();
            int most = limits.personsPerFile();
            for (int first = 0; first < size; first += most) {
                send(new PartOfList(work.persons(), first, Math.min(first + most, size)));
            }
            List<Sent> all = new ArrayList<>(open.values());
            await();
            open.values().forEach(unanswered -> files.giveUp(unanswered.question()));
            all.forEach(sent -> sent.tell(told));
        }

        private void send(PartOfList part) {
            Sent sent = plan(part);
            if (files.send(sent.question(), out -> language.write(sent.batch(), out))) {
                open.put(sent.batch().referte(), sent);
            } else {
                files.giveUp(sent.question());
                Arrays.fill(sent.outcomes(), NOT_SENT);
                sent.tell(told);
            }
        }

        private Sent plan(PartOfList part) {
            QuestionFile.Kind kind =
                    work.kind() == Inscription.REGISTER ? QuestionFile.Kind.REGISTER : QuestionFile.Kind.DEREGISTER;
            QuestionFile question = files.plan(
                    QuestionFile.planned(
                            run.row(), kind, QuestionFileNames.batchReferte(), part.first(), part.last(), 1),
                    part,
                    CallIntent.Asked.under(run.row().version()));
            Batch batch = new Batch(work.kind(), question.file(), question.referte(), work.begin(), part);
            return new Sent(question, batch, new InscriptionOutcome[part.size()]);
        }

        private void await() {
            if (open.isEmpty()) {
                return;
            }
            CountDownLatch outstanding = new CountDownLatch(open.size());
            Arrivals arrivals = new Arrivals(run, new AnswerReader(this, outstanding));
            box.watch(arrivals);
            try {
                // an answer that does not come is told by its outcomes
                outstanding.await(limits.deadline().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw Interruption.stopped("inscribing", e);
            } finally {
                Uninterrupted.run(() -> {
                    run.findings().unread(box.unwatch());
                    arrivals.finished().forEach(box::acknowledge);
                });
            }
        }

        private void store(Sent sent) {
            PersonList persons = sent.batch().persons();
            run.jdbi().useTransaction(handle -> {
                try (InscriptionWriter results = new InscriptionWriter(run, handle, work)) {
                    for (int place = 0; place < persons.size(); place++) {
                        results.store(persons.at(place), sent.outcome(place));
                    }
                }
                QuestionFiles.mark(handle, sent.question().id(), QuestionFile.State.ANSWERED);
                run.record(
                        handle,
                        new AnswerRead.OfInscriptions(
                                sent.batch().referte(), persons.size(), WireTap.seenHere(new WireKey(run.people()))));
            });
            run.progress().advance(persons.size());
        }
    }

    /** Reads one answer, and stores what it changed before the file may be removed. */
    private final class AnswerReader implements Arrivals.Reader {
        private final Journey journey;
        private final CountDownLatch outstanding;

        AnswerReader(Journey journey, CountDownLatch outstanding) {
            this.journey = journey;
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
                        return Optional.ofNullable(journey.open.get(referte)).map(Sent::batch);
                    },
                    batch -> (place, outcome) ->
                            journey.open.get(batch.referte()).outcomes()[place] = outcome);
            if (answered.isEmpty()) {
                return Arrivals.withoutOpenQuestion(journey.run, Optional.of(seen[0]));
            }
            Sent sent = journey.open.get(answered.get().batch().referte());
            journey.run.findings().tellAll(answered.get().report());
            try {
                journey.store(sent);
            } catch (JdbiException e) {
                throw new IOException("the results cannot be stored", e);
            }
            journey.open.remove(sent.batch().referte());
            outstanding.countDown();
            return Arrivals.Kind.ANSWER;
        }

        @Override
        public void unusable(String file) {
            // the deadline decides: another, whole answer may still come
        }
    }
}
