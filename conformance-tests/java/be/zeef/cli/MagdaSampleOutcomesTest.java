package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.conformance.OfficialSchemas;
import be.zeef.conformance.SampleServer;
import be.zeef.endtoend.city.TestCity;
import be.zeef.settings.Settings;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.PersonQuestion;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceFacts;
import be.zeef.source.magda.MagdaInscriptions;
import be.zeef.source.magda.MagdaQuestions;
import be.zeef.subject.Insz;
import be.zeef.subject.Today;
import be.zeef.testing.Believing;
import be.zeef.testing.CallsSeen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every answer MAGDA published yields the outcome written beside it in {@code conformance-tests/magda/outcomes.csv}. The
 * answers come over HTTP from one endpoint for all services, as the reference mock of Digitaal Vlaanderen gives them.
 */
class MagdaSampleOutcomesTest {

    private static final Path SAMPLES = OfficialSchemas.CONTRACTS.resolve("magda/samples");
    private static final Path CASES = Path.of("conformance-tests/magda/outcomes.csv");

    @TempDir
    static Path folder;

    private static TestCity city;
    private static SampleServer server;
    private static Gateway gateway;
    private static Settings settings;

    record Case(String sample, String asked, LocalDate on, List<String> facts, String outcome) {
        static Case of(String line) {
            String[] fields = line.split("\\|");
            return new Case(
                    resolved(fields[0].strip()),
                    fields[1].strip(),
                    LocalDate.parse(fields[2].strip()),
                    List.of(fields[3].strip().split(" ")),
                    fields[4].strip());
        }

        /** A name may hold a *, where the sample's own name is a number that is no test number. */
        private static String resolved(String name) {
            int slash = name.lastIndexOf('/');
            try (DirectoryStream<Path> found =
                    Files.newDirectoryStream(SAMPLES.resolve(name.substring(0, slash)), name.substring(slash + 1))) {
                List<Path> files = new ArrayList<>();
                found.forEach(files::add);
                assertThat(files).as(name).hasSize(1);
                return SAMPLES.relativize(files.get(0)).toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String service() {
            String[] path = sample.split("/");
            return path[1] + "-" + path[2].substring(0, 5);
        }
    }

    static List<Case> cases() throws IOException {
        OfficialSchemas.present();
        return Files.readAllLines(CASES).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Case::of)
                .toList();
    }

    @BeforeAll
    static void start() throws IOException {
        OfficialSchemas.present();
        city = new TestCity(folder, 20);
        server = new SampleServer(SAMPLES);
        settings =
                city.settings(Map.of("endpoints", Map.of("default", server.url()), "attempts", 2, "perSecond", 1000));
        gateway = new Gateway(settings, Today.wallClock());
    }

    @AfterAll
    static void stop() {
        Stream.of(gateway, server, city).filter(Objects::nonNull).forEach(MagdaSampleOutcomesTest::close);
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void yieldsTheOutcomeWrittenBesideIt(Case sample) {
        server.answerWith(sample.sample());
        String outcome = sample.facts().equals(List.of("-")) ? inscribe(sample) : ask(sample);
        assertThat(outcome).isEqualTo(sample.outcome());
    }

    @Test
    void noSampleIsLeftOut() throws IOException {
        Set<String> told = cases().stream().map(Case::sample).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            List<String> there = files.filter(file -> file.toString().endsWith(".xml"))
                    .map(file -> SAMPLES.relativize(file).toString())
                    .toList();
            assertThat(told).containsExactlyInAnyOrderElementsOf(there);
        }
    }

    private static String inscribe(Case sample) {
        InscriptionOutcome outcome = new MagdaInscriptions(Inside.magda(gateway), settings, "test")
                .inscribe(Inscription.REGISTER, person(sample), sample.on(), new CallsSeen());
        if (outcome instanceof InscriptionOutcome.Failed failed) {
            return "FAILED " + failed.code();
        }
        return outcome instanceof InscriptionOutcome.Done ? "DONE" : outcome.toString();
    }

    private static String ask(Case sample) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (String fact : sample.facts()) {
            String[] name = fact.split("\\.");
            String parameter = name[0].equals("statuut") ? "statuut" : name[0].equals("inkomen") ? "code" : "";
            if (!parameter.isEmpty()) {
                parameters.computeIfAbsent(parameter, none -> new ArrayList<>()).add(name[1]);
            }
        }
        PersonQuestion question = new PersonQuestion(
                sample.service(),
                person(sample),
                sample.on(),
                parameters,
                Set.copyOf(sample.facts()),
                false,
                Duration.ofSeconds(20));
        SourceAnswer answer = new MagdaQuestions(Inside.magda(gateway), settings, "test", new Believing())
                .ask(question, new CallsSeen());
        if (answer instanceof SourceAnswer.Known known) {
            return "KNOWN "
                    + sample.facts().stream()
                            .map(fact -> fact + "=" + value(known.facts(), fact))
                            .collect(Collectors.joining(" "));
        }
        return (answer instanceof SourceAnswer.Barred ? "BARRED " : "UNDETERMINED ") + answer.code();
    }

    private static String value(SourceFacts facts, String name) {
        return facts.text(name).filter(text -> !text.equals("unknown")).orElse("?");
    }

    /** The samples' numbers are test numbers, and not all of them pass the check digits. */
    private static Insz person(Case sample) {
        return Insz.ofChecked(Long.parseLong(sample.asked()));
    }
}
