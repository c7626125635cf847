package be.zeef.endtoend.city;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.source.PersonQuestion;
import be.zeef.source.PersonSource;
import be.zeef.source.SourceAnswer;
import be.zeef.source.kszsoap.KszQuestions;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.testing.CallsSeen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A city of which some people, with and without the status, were asked about once and are inscribed by that. */
public final class KszCity implements AutoCloseable {

    public static final LocalDate ON = LocalDate.of(2026, 5, 16);
    public static final String FACT = "statuut.BIM_BVT";

    private final TestCity city;
    private final Gateway gateway;
    private final PersonSource source;
    private final TreeSet<Long> everyone;
    private String person = "";

    /** @param most how many people with the status, and how many without */
    public KszCity(Path folder, int most) throws IOException {
        city = new TestCity(folder, 60, 500);
        gateway = new Gateway(city.settings(), Today.wallClock());
        source = Inside.ksz(gateway, "test");
        everyone = new TreeSet<>(some(line -> Rights.run(line[2], line[3], ON), most));
        everyone.addAll(some(line -> line[2].isEmpty(), most));
        for (long each : everyone) {
            inscribe(digits(each));
        }
    }

    private void inscribe(String digits) {
        CallsSeen seen = new CallsSeen();
        ask(digits, Map.of(), seen);
        assertThat(seen.codes).as("nobody is asked about who is not inscribed").startsWith("OK");
        assertThat(seen.services).startsWith("RegistreerInschrijving-02.00", KszQuestions.SOCIAL_RIGHTS);
        person = seen.codes.get(1).equals("OK") ? digits : person;
    }

    private List<Long> some(Predicate<String[]> kind, int most) throws IOException {
        return Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv")).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(line -> !line[0].isEmpty() && kind.test(line))
                .limit(most)
                .map(line -> Long.parseLong(line[0]))
                .toList();
    }

    public TestCity city() {
        return city;
    }

    /** In the order of their numbers. */
    public TreeSet<Long> everyone() {
        return everyone;
    }

    /** Somebody about whom the buffer knows something. */
    public String person() {
        return person;
    }

    public SourceAnswer ask(String digits, Map<String, List<String>> more, CallsSeen seen) {
        return source.ask(question(digits, ON, more, false), seen);
    }

    public SourceAnswer ask(PersonQuestion question, CallsSeen seen) {
        return source.ask(question, seen);
    }

    public static PersonQuestion question(String digits, LocalDate on, Map<String, List<String>> more, boolean follow) {
        Map<String, List<String>> parameters = new HashMap<>(more);
        parameters.put("statuut", List.of("BIM_BVT"));
        return new PersonQuestion(
                KszQuestions.SOCIAL_RIGHTS,
                Insz.of(digits, Realm.SANDBOX),
                on,
                parameters,
                Set.of(FACT),
                follow,
                Duration.ofSeconds(20));
    }

    public static String digits(long insz) {
        return "%011d".formatted(insz);
    }

    @Override
    public void close() {
        gateway.close();
        city.close();
    }
}
