package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.endtoend.city.TestCity;
import be.zeef.sandbox.OddAnswer;
import be.zeef.sieve.Ternary;
import be.zeef.source.PersonQuestion;
import be.zeef.source.PersonSource;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceAnswer.Known;
import be.zeef.source.SourceAnswer.Undetermined;
import be.zeef.subject.Insz;
import be.zeef.subject.Today;
import be.zeef.testing.CallsSeen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every source of answers about one person holds to, whoever answers: a fact that was asked for, or undetermined. */
abstract class PersonSourceContract {

    private static final LocalDate ON = LocalDate.of(2026, 5, 16);

    @TempDir
    static Path folder;

    static TestCity city;
    static Gateway gateway;
    private static Insz person;

    private final CallsSeen calls = new CallsSeen();

    @BeforeAll
    static void start() throws Exception {
        city = new TestCity(folder, 60, 500);
        gateway = new Gateway(city.settings(Map.of("attempts", 2)), Today.wallClock());
        String withoutStatus = Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv")).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(fields -> !fields[0].isEmpty() && fields[2].isEmpty())
                .findFirst()
                .orElseThrow()[0];
        person = Insz.ofChecked(Long.parseLong(withoutStatus));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        city.close();
    }

    @AfterEach
    void behaveAgain() {
        behave();
    }

    abstract PersonSource source();

    abstract String service();

    /** That is no for everybody who has no status. */
    abstract String fact();

    /** The same odd answer to every question from now on. */
    abstract void answerOddly(OddAnswer kind);

    /** To the next question the answer is about somebody else. */
    abstract void answerAboutAnother();

    abstract void behave();

    private SourceAnswer ask(Duration within, CallsSeen journal) {
        return source().ask(
                        new PersonQuestion(
                                service(),
                                person,
                                ON,
                                Map.of("statuut", List.of("BIM_BVT")),
                                Set.of(fact()),
                                false,
                                within),
                        journal);
    }

    private SourceAnswer ask() {
        return ask(Duration.ofSeconds(20), calls);
    }

    @Test
    void tellsTheFactThatWasAskedFor() {
        SourceAnswer answer = ask();

        assertThat(answer).isInstanceOf(Known.class);
        assertThat(answer.facts().ternary(fact())).isEqualTo(Ternary.NO);
        assertThat(answer.code()).isEmpty();
    }

    @Test
    void tellsTheJournalOfEveryCall_eachUnderANumberOfItsOwn() {
        ask();
        ask();

        assertThat(calls.services).isNotEmpty().contains(service());
        assertThat(calls.codes).hasSameSizeAs(calls.services).doesNotContain("");
        assertThat(calls.refertes).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void isUndetermined_whenTheAnswerIsAboutSomebodyElse() {
        ask();
        answerAboutAnother();

        SourceAnswer answer = ask();

        assertThat(answer).isInstanceOf(Undetermined.class);
        assertThat(answer.facts().ternary(fact())).isEqualTo(Ternary.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = OddAnswer.class,
            names = {"NO_CONTENT", "MULTIPART_OF_TWO", "PAGE", "REDIRECT_WITH_ANSWER", "NOTHING", "TWICE_IN_BODY"})
    void isUndeterminedWithACode_whenThereIsNeverAnAnswer(OddAnswer kind) {
        ask();
        answerOddly(kind);

        SourceAnswer answer = ask();

        assertThat(answer).isInstanceOf(Undetermined.class);
        assertThat(answer.code()).isNotEmpty();
        assertThat(answer.facts().ternary(fact())).isEqualTo(Ternary.UNKNOWN);
        assertThat(calls.codes).hasSameSizeAs(calls.services).endsWith(answer.code());
    }

    @Test
    void isUndetermined_whenNoTimeIsLeft() {
        assertThat(ask(Duration.ZERO, calls)).isInstanceOf(Undetermined.class);
        assertThat(calls.codes).hasSameSizeAs(calls.services);
    }

    @Test
    void answersManyAtOnce() throws Exception {
        ask();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<SourceAnswer>> answers = Stream.generate(
                            () -> callers.submit(() -> ask(Duration.ofSeconds(60), new CallsSeen())))
                    .limit(24)
                    .toList();
            for (Future<SourceAnswer> answer : answers) {
                assertThat(answer.get().facts().ternary(fact())).isEqualTo(Ternary.NO);
            }
        } finally {
            callers.shutdownNow();
        }
    }
}
