package be.zeef.sync;

import be.zeef.ledger.Uninterrupted;
import be.zeef.ledger.event.AnswerRead;
import be.zeef.objection.Objections;
import be.zeef.route.Mailbox;
import be.zeef.run.Run;
import be.zeef.run.file.Arrivals;
import be.zeef.run.file.AskedOfList;
import be.zeef.run.file.PeopleInRange;
import be.zeef.run.file.QuestionFile;
import be.zeef.run.file.QuestionFileNames;
import be.zeef.run.file.QuestionFiles;
import be.zeef.run.file.Ranges;
import be.zeef.run.file.SendQuestionFiles;
import be.zeef.settings.Settings;
import be.zeef.source.Causes;
import be.zeef.source.Exceptions;
import be.zeef.source.ListAnswer;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.source.ListLanguage;
import be.zeef.source.ListQuestion;
import be.zeef.subject.Insz;
import be.zeef.subject.Population;
import be.zeef.sync.OpenQuestions.OpenQuestion;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import be.zeef.wire.WireKey;
import be.zeef.wire.WireTap;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Asks the list source in files of a configured size, and gathers the answers in memory. What is sent is known again after
 * a crash; the answers lie at MAGDA until the decisions are stored.
 */
public final class AskList implements AskStatuses {

    private final ListLanguage language;
    private final Mailbox box;
    private final Settings.MagdaFiles limits;
    private final Exceptions exceptions;
    private final Causes causes;

    /**
     * @param limits how many people a file holds, how long its answer may take, how often it is asked
     * @param exceptions tells which codes pass by themselves, so that it is worth asking again
     * @param causes under which cause an answer that says nothing is counted
     */
    public AskList(
            ListLanguage language, Mailbox box, Settings.MagdaFiles limits, Exceptions exceptions, Causes causes) {
        this.language = language;
        this.box = box;
        this.limits = limits;
        this.exceptions = exceptions;
        this.causes = causes;
    }

    @Override
    public Gathered ask(Run run, Population population, BitSet inscribed) {
        return new Correspondence(run, population, inscribed).gather();
    }

    /** What goes to and fro in one run. */
    private final class Correspondence {
        private final Run run;
        private final Population population;
        private final BitSet inscribed;
        private final SendQuestionFiles files;
        private final List<Cells> statuses;
        private final OpenQuestions open = new OpenQuestions();

        Correspondence(Run run, Population population, BitSet inscribed) {
            this.run = run;
            this.population = population;
            this.inscribed = inscribed;
            this.files = new SendQuestionFiles(run, box);
            this.statuses = StatusCells.of(
                    population,
                    inscribed,
                    run.plan().list().orElseThrow().statuses().size());
        }

        Gathered gather() {
            run.progress().step("asking the KSZ buffer", inscribed.cardinality());
            List<QuestionFile> before = run.jdbi()
                    .withHandle(handle -> QuestionFiles.of(handle, run.row().id(), QuestionFile.Kind.LIST));
            if (before.isEmpty()) {
                Ranges.of(inscribed, limits.personsPerFile()).forEach(range -> ask(range.first(), range.last(), 1));
            } else {
                before.forEach(this::goOn);
            }
            Arrivals arrivals = new Arrivals(run, new AnswerReader(this));
            box.watch(arrivals);
            try {
                rounds();
            } finally {
                Uninterrupted.run(() -> run.findings().unread(box.unwatch()));
            }
            return new Gathered(statuses, () -> arrivals.finished().forEach(box::acknowledge));
        }

        /** A question of the same run before it died: what was sent is awaited, what perhaps was not is sent again. */
        private void goOn(QuestionFile question) {
            PeopleInRange persons = files.asked(question, population, inscribed);
            if (question.state() == QuestionFile.State.SENT) {
                open.put(asked(question, persons));
            } else if (question.state() == QuestionFile.State.PLANNED && anyObjected(persons)) {
                files.giveUp(question);
                ask(question.first(), question.last(), question.attempt());
            } else if (question.state() == QuestionFile.State.PLANNED) {
                send(asked(question, persons));
            }
        }

        private boolean anyObjected(PeopleInRange persons) {
            Objections objections = run.jdbi().withHandle(handle -> Objections.of(handle, run.people()));
            return objections.hasAny(
                    IntStream.range(0, persons.size()).mapToObj(place -> Insz.ofChecked(persons.at(place))));
        }

        /** Without those who objected by now. */
        private void ask(int first, int last, int attempt) {
            BitSet wanted = (BitSet) inscribed.clone();
            wanted.andNot(run.jdbi()
                    .withHandle(handle -> Objections.of(handle, run.people()).places(population, first, last)));
            PeopleInRange persons = PeopleInRange.of(population, wanted, first, last);
            if (persons.size() == 0) {
                return;
            }
            QuestionFile question = QuestionFile.planned(
                    run.row(), QuestionFile.Kind.LIST, QuestionFileNames.referte(), first, last, attempt);
            send(asked(files.plan(question, persons, AskedOfList.by(run)), persons));
        }

        private OpenQuestion asked(QuestionFile question, PeopleInRange persons) {
            ListQuestion text = new ListQuestion(
                    question.file(),
                    question.referte(),
                    run.plan().list().orElseThrow().operation(),
                    run.plan().list().orElseThrow().statuses(),
                    persons);
            return new OpenQuestion(question, text);
        }

        private void send(OpenQuestion asked) {
            open.put(asked);
            if (!files.send(asked.question(), out -> language.write(asked.text(), out))) {
                open.notSent(asked.referte());
            }
        }

        /** Waits for answers; what fails or does not come in time is asked again, until no attempt is left. */
        private void rounds() {
            while (!open.settledWithin(limits.deadline())) {
                for (OpenQuestion asked : open.takeFailed()) {
                    QuestionFile question = asked.question();
                    boolean sent = open.isSent(question.referte());
                    files.giveUp(question);
                    open.remove(question.referte());
                    if (question.attempt() < limits.attempts()) {
                        run.findings().tell(finding(sent ? "sync.question-again" : "sync.question-sent-anew", asked));
                        ask(question.first(), question.last(), question.attempt() + 1);
                    } else {
                        leave(asked, sent);
                    }
                }
            }
        }

        private void leave(OpenQuestion asked, boolean sent) {
            run.findings().incomplete(finding(sent ? "sync.question-unanswered" : "sync.question-never-sent", asked));
            if (!sent) {
                statuses.forEach(cells -> StatusCells.neverAsked(asked.text(), cells));
            }
        }

        private void take(ListAnswer answer) {
            String referte = answer.question().referte();
            run.findings().tellAll(answer.report());
            int size = answer.question().persons().size();
            long known = StatusCells.take(answer, causes, statuses);
            run.record(new AnswerRead.OfList(
                    referte, size, known, answer.codes(), WireTap.seenHere(new WireKey(run.people()))));
            if (known == 0 && answer.codes().stream().anyMatch(AskList.this::passes)) {
                open.failed(referte);
            } else {
                run.progress().advance(size);
                open.remove(referte);
            }
        }
    }

    private boolean passes(String code) {
        return exceptions.of(code, Exceptions.QUESTION).passes();
    }

    private static Finding finding(String code, OpenQuestion asked) {
        return Finding.warning(
                code,
                Location.WHOLE,
                asked.question().file(),
                Integer.toString(asked.text().persons().size()));
    }

    private final class AnswerReader implements Arrivals.Reader {
        private final Correspondence correspondence;

        AnswerReader(Correspondence correspondence) {
            this.correspondence = correspondence;
        }

        @Override
        public Arrivals.Kind read(String file, InputStream in) throws IOException {
            String[] seen = {""};
            Optional<ListAnswer> answer = language.read(file, in, referte -> {
                seen[0] = referte;
                return correspondence.open.find(referte).map(OpenQuestion::text);
            });
            if (answer.isEmpty()) {
                return Arrivals.withoutOpenQuestion(correspondence.run, Optional.of(seen[0]));
            }
            correspondence.take(answer.get());
            return Arrivals.Kind.ANSWER;
        }

        /** The file's question is known by its name only, which is a hint: enough to ask again without waiting. */
        @Override
        public void unusable(String file) {
            OpenQuestions open = correspondence.open;
            open.answeredBy(file).forEach(asked -> open.failed(asked.referte()));
        }
    }
}
