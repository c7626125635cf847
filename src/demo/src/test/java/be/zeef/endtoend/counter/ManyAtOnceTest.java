package be.zeef.endtoend.counter;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.endtoend.city.TestCity;
import be.zeef.question.Answer;
import be.zeef.question.QuestionDesk;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many calls are under way at a source as the settings allow: nobody waits for a thread of somebody else. */
class ManyAtOnceTest {

    private static final int MANY = 20;
    /** CXF itself gives up waiting for its threads after five seconds. */
    private static final int WAIT = 4;

    private static final LocalDate ON = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    @Test
    void soManyQuestionsAreAskedAtOnce() throws Exception {
        AtomicBoolean together = new AtomicBoolean();
        CyclicBarrier all = new CyclicBarrier(MANY, () -> together.set(true));
        ExecutorService callers = Executors.newFixedThreadPool(MANY);
        try (TestCity city = new TestCity(folder, 60, 1000);
                Gateway gateway = new Gateway(city.settings(Map.of("atOnce", 2 * MANY)), Today.wallClock())) {
            QuestionDesk desk = gateway.desks().question(new Agreements(Path.of("mappings")).load("gent-uitpas"), ON);
            askAll(callers, desk, people(city)); // inscribes them, and makes the connections
            // no answer leaves before all of these questions have come
            city.sandbox().soap().watch((request, took) -> meet(all, together, request));

            askAll(callers, desk, people(city));
        } finally {
            callers.shutdownNow();
        }

        assertThat(together).as("all of them were under way at one moment").isTrue();
    }

    private static void askAll(ExecutorService callers, QuestionDesk desk, List<String> people) throws Exception {
        List<Future<Answer>> answers = new ArrayList<>();
        for (String insz : people) {
            answers.add(callers.submit(() -> desk.ask(Insz.of(insz, Realm.SANDBOX), ON, "clerk-7")));
        }
        for (Future<Answer> answer : answers) {
            answer.get(60, TimeUnit.SECONDS);
        }
    }

    private static void meet(CyclicBarrier all, AtomicBoolean together, byte[] request) {
        if (together.get() || !new String(request, StandardCharsets.UTF_8).contains(":GeefPersoon ")) {
            return;
        }
        try {
            all.await(WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (BrokenBarrierException | TimeoutException e) {
            // somebody waited in vain, which is what the test looks for
        }
    }

    private static List<String> people(TestCity city) throws Exception {
        return Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(';')))
                .filter(insz -> !insz.isEmpty())
                .limit(MANY)
                .toList();
    }
}
