package be.zeef.sync;

import be.zeef.ledger.EntryKind;
import be.zeef.ledger.Uninterrupted;
import be.zeef.route.Interruption;
import be.zeef.route.Mailbox;
import be.zeef.source.Exceptions;
import be.zeef.source.ListAnswer;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.source.ListQuestion;
import be.zeef.subject.Population;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Asks the list source about everyone inscribed, in files of a configured size, and gathers the answers in memory. What
 * is sent is known again after a crash; the answers lie at MAGDA until the decisions are stored.
 */
final class AskList {

    private final Run run;
    private final Population population;
    private final BitSet inscribed;
    private final Mailbox box;
    private final QuestionFiles files;
    private final Cells facts;
    private final Map<String, Asked> open = new LinkedHashMap<>();
    private final Set<String> reask = new java.util.LinkedHashSet<>();

    AskList(Run run, Population population, BitSet inscribed) {
        this.run = run;
        this.population = population;
        this.inscribed = inscribed;
        this.box = run.tools().sources().listBox();
        this.files = new QuestionFiles(run, box);
        this.facts = StatusCells.of(population, inscribed);
    }

    private record Asked(Question question, ListQuestion text) {}

    /** The status of each person, and the files to remove once it is stored. */
    record Gathered(Cells facts, Set<Mailbox.Offered> files) {}

    Gathered run() {
        run.progress().step("asking the KSZ buffer", inscribed.cardinality());
        List<Question> before = run.tools()
                .jdbi()
                .withHandle(handle -> Questions.of(handle, run.row().id(), Question.Kind.LIST));
        if (before.isEmpty()) {
            int most = run.tools().settings().magda().files().personsPerFile();
            Ranges.of(inscribed, most).forEach(range -> ask(range.first(), range.last(), 1));
        } else {
            before.forEach(this::again);
        }
        Arrivals arrivals = new Arrivals(run, new AnswerReader());
        box.watch(arrivals);
        try {
            rounds();
        } finally {
            Uninterrupted.run(() -> run.tally().refused(box.unwatch()));
        }
        return new Gathered(facts, arrivals.finished());
    }

    /** A question of the same run before it died: what was sent is awaited, what perhaps was not is sent again. */
    private void again(Question question) {
        Asked asked = asked(question);
        if (question.state() == Question.State.PLANNED) {
            send(asked);
        } else if (question.state() == Question.State.SENT) {
            put(asked);
        }
    }

    private void ask(int first, int last, int attempt) {
        String referte = FileNames.referte();
        Question question = new Question(
                0,
                run.row().id(),
                Question.Kind.LIST,
                FileNames.file(Question.Kind.LIST, referte, run.row().on()),
                referte,
                first,
                last,
                attempt,
                Question.State.PLANNED);
        send(asked(files.plan(question, Ranged.of(population, inscribed, first, last))));
    }

    private Asked asked(Question question) {
        Ranged persons = Ranged.of(population, inscribed, question.first(), question.last());
        ListQuestion text = new ListQuestion(
                question.file(),
                question.referte(),
                run.plan().list().orElseThrow().operation(),
                run.plan().list().orElseThrow().statuses(),
                persons);
        return new Asked(question, text);
    }

    private void send(Asked asked) {
        put(asked);
        if (!files.send(asked.question(), out -> run.tools().sources().lists().write(asked.text(), out))) {
            failed(asked.question().referte());
        }
    }

    private synchronized void put(Asked asked) {
        open.put(asked.question().referte(), asked);
    }

    private synchronized Optional<Asked> find(String referte) {
        return Optional.ofNullable(open.get(referte));
    }

    /** Waits for answers; what fails or does not come in time is asked again, until no attempt is left. */
    private void rounds() {
        int attempts = run.tools().settings().magda().files().attempts();
        while (!settled()) {
            for (Asked asked : unanswered()) {
                files.giveUp(asked.question());
                remove(asked.question().referte());
                if (asked.question().attempt() < attempts) {
                    tell("sync.question-again", asked);
                    ask(
                            asked.question().first(),
                            asked.question().last(),
                            asked.question().attempt() + 1);
                } else {
                    run.tally().incomplete(finding("sync.question-unanswered", asked));
                }
            }
        }
    }

    /** Waits until nothing is open, something must be asked again, or the deadline has passed; true when all is done. */
    private synchronized boolean settled() {
        Duration deadline = run.tools().settings().magda().files().deadline();
        long end = System.nanoTime() + deadline.toNanos();
        try {
            while (!open.isEmpty() && reask.isEmpty()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    reask.addAll(open.keySet());
                    break;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            throw Interruption.stopped("waiting for MAGDA", e);
        }
        return open.isEmpty();
    }

    private synchronized List<Asked> unanswered() {
        List<Asked> all = new ArrayList<>();
        reask.forEach(referte -> find(referte).ifPresent(all::add));
        reask.clear();
        return all;
    }

    private synchronized void failed(String referte) {
        reask.add(referte);
        notifyAll();
    }

    private synchronized void remove(String referte) {
        open.remove(referte);
        notifyAll();
    }

    private void tell(String code, Asked asked) {
        run.tally().tell(finding(code, asked));
    }

    private static Finding finding(String code, Asked asked) {
        return Finding.warning(
                code,
                Location.WHOLE,
                asked.question().file(),
                Integer.toString(asked.text().persons().size()));
    }

    private final class AnswerReader implements Arrivals.Reader {

        @Override
        public Arrivals.Kind read(String file, InputStream in) throws IOException {
            String[] seen = {""};
            Optional<ListAnswer> answer = run.tools().sources().lists().read(file, in, referte -> {
                seen[0] = referte;
                return find(referte).map(Asked::text);
            });
            if (answer.isEmpty()) {
                return Arrivals.withoutOpenQuestion(run, Optional.of(seen[0]));
            }
            take(answer.get());
            return Arrivals.Kind.ANSWER;
        }

        /** The file's question is known by its name only, which is a hint: enough to ask again without waiting. */
        @Override
        public void unusable(String file) {
            List<String> hinted;
            synchronized (AskList.this) {
                hinted = open.values().stream()
                        .filter(asked -> file.startsWith(stem(asked.question().file())))
                        .map(asked -> asked.question().referte())
                        .toList();
            }
            hinted.forEach(AskList.this::failed);
        }

        private static String stem(String file) {
            return file.substring(0, file.lastIndexOf('.'));
        }
    }

    private boolean passes(String code) {
        return run.tools().sources().exceptions().of(code, Exceptions.QUESTION).passes();
    }

    private void take(ListAnswer answer) {
        String referte = answer.question().referte();
        run.tally().tellAll(answer.report());
        int size = answer.question().persons().size();
        long known = StatusCells.take(answer, run.tools().sources().causes(), facts);
        run.record(
                EntryKind.ANSWER_READ,
                Map.of("referte", referte, "persons", size, "known", known, "codes", answer.codes()));
        boolean nothing = known == 0 && answer.codes().stream().anyMatch(this::passes);
        if (nothing) {
            failed(referte);
        } else {
            run.progress().advance(size);
            remove(referte);
        }
    }
}
