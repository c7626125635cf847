package be.zeef.sync;

import be.zeef.route.Interruption;
import be.zeef.run.file.QuestionFile;
import be.zeef.source.ListQuestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The question files that await their answer, and those of them that must be asked again. Thread-safe. */
final class OpenQuestions {

    private final Map<String, OpenQuestion> open = new LinkedHashMap<>();
    private final Set<String> unanswerable = new LinkedHashSet<>();
    private final Set<String> unsent = new HashSet<>();

    /** A question file, and what is asked in it. */
    record OpenQuestion(QuestionFile question, ListQuestion text) {

        String referte() {
            return question.referte();
        }
    }

    synchronized void put(OpenQuestion asked) {
        open.put(asked.referte(), asked);
    }

    synchronized Optional<OpenQuestion> find(String referte) {
        return Optional.ofNullable(open.get(referte));
    }

    /** Those whose answers, by their names, would be called like this file. */
    synchronized List<OpenQuestion> answeredBy(String file) {
        return open.values().stream()
                .filter(asked -> file.startsWith(stem(asked.question().file())))
                .toList();
    }

    private static String stem(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }

    /** It needs no answer any more. */
    synchronized void remove(String referte) {
        open.remove(referte);
        notifyAll();
    }

    /** No usable answer to it will come. */
    synchronized void failed(String referte) {
        unanswerable.add(referte);
        notifyAll();
    }

    /** It could not be handed over. */
    synchronized void notSent(String referte) {
        unsent.add(referte);
        failed(referte);
    }

    synchronized boolean isSent(String referte) {
        return !unsent.contains(referte);
    }

    /** Waits until nothing is open, something failed, or the time has passed: then everything open failed. True when all is done. */
    synchronized boolean settledWithin(Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        try {
            while (!open.isEmpty() && unanswerable.isEmpty()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    unanswerable.addAll(open.keySet());
                    break;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            throw Interruption.stopped("waiting for MAGDA", e);
        }
        return open.isEmpty();
    }

    /** Those that failed, once each. */
    synchronized List<OpenQuestion> takeFailed() {
        List<OpenQuestion> all = new ArrayList<>();
        unanswerable.forEach(referte -> find(referte).ifPresent(all::add));
        unanswerable.clear();
        return all;
    }
}
