package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.endtoend.city.Rights;
import be.zeef.endtoend.city.TestCity;
import be.zeef.settings.Settings;
import be.zeef.sieve.Ternary;
import be.zeef.source.PersonQuestion;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceFacts;
import be.zeef.source.magda.MagdaQuestions;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.testing.Believing;
import be.zeef.testing.CallsSeen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every service about everyone of a small city, over signed SOAP, against the sandbox' own file of its people. */
class PersonServicesTest {

    private static final LocalDate ON = LocalDate.of(2026, 5, 16);

    @TempDir
    Path folder;

    private final CallsSeen calls = new CallsSeen();
    private TestCity city;
    private Gateway gateway;
    private Settings settings;
    private MagdaQuestions questions;

    /** The newer inscription service is used here, so that both versions are. */
    @BeforeEach
    void start() {
        city = new TestCity(folder, 10, 500);
        settings = city.settings(Map.of("inscription", Map.of("inscribe", "RegistreerInschrijving-02.01")));
        gateway = new Gateway(settings, Today.wallClock());
        questions = new MagdaQuestions(Inside.magda(gateway), settings, "test", new Believing());
    }

    @AfterEach
    void stop() {
        gateway.close();
        city.close();
    }

    @Test
    void tellsAboutEveryoneWhatTheSourceKnows() throws Exception {
        String first = Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv"))
                .get(1)
                .substring(0, 11);
        ask("GeefPersoon-02.02", first, Map.of(), "gemeente"); // makes the people
        assertThat(calls.services)
                .containsExactly("GeefPersoon-02.02", "RegistreerInschrijving-02.01", "GeefPersoon-02.02");

        List<String[]> people = people();
        for (String[] person : people) {
            String insz = person[0];
            assertThat(ask("GeefPersoon-02.02", insz, Map.of(), "gemeente").text("gemeente"))
                    .contains(person[4].startsWith("44") ? person[4] : "geen");
            assertThat(ask("GeefSociaalStatuut-03.00", insz, Map.of("statuut", List.of("BIM_BVT")), "statuut.BIM_BVT")
                            .ternary("statuut.BIM_BVT"))
                    .isEqualTo(person[5].equals("?") ? Ternary.UNKNOWN : yes(Rights.run(person[5], ON)));
            boolean wage = !person[6].isEmpty()
                    && !LocalDate.parse(person[6]).isAfter(ON)
                    && (person[7].isEmpty() || !LocalDate.parse(person[7]).isBefore(ON));
            assertThat(ask("GeefLeefloonperiodes-02.00", insz, Map.of(), "leefloon")
                            .ternary("leefloon"))
                    .isEqualTo(yes(wage));
            assertThat(ask("GeefLeefloonbedragen-02.00", insz, Map.of(), "leefloon.2026")
                            .ternary("leefloon.2026"))
                    .isEqualTo(yes(!person[6].isEmpty()));
            SourceFacts bill = ask(
                    "GeefAanslagbiljetPersonenbelasting-02.00",
                    insz,
                    Map.of("code", List.of("7555")),
                    "inkomen.7555",
                    "artikelnummer");
            assertThat(bill.text("artikelnummer").orElse("")).isEqualTo(person[8]);
            assertThat(bill.amounts("inkomen.7555").stream()
                            .map(SourceFacts.Amount::column)
                            .collect(Collectors.joining()))
                    .isEqualTo(person[10]);
            boolean child =
                    LocalDate.parse(person[3]).isAfter(ON.withDayOfMonth(1).minusYears(18));
            assertThat(ask("GeefKindVoordelen-02.00", insz, Map.of(), "groeipakket.BASIS")
                            .ternary("groeipakket.BASIS"))
                    .isEqualTo(yes(child));
            List<String> household = people.stream()
                    .filter(other -> other[1].equals(person[1]) && !person[4].equals("overleden"))
                    .filter(other -> !other[4].equals("overleden"))
                    .map(other -> other[0])
                    .toList();
            assertThat(ask("GeefGezinssamenstelling-02.02", insz, Map.of(), "gezinslid")
                            .members("gezinslid"))
                    .extracting(member -> member.person().digits())
                    .containsExactlyElementsOf(household);
        }
    }

    private static Ternary yes(boolean yes) {
        return yes ? Ternary.YES : Ternary.NO;
    }

    private SourceFacts ask(String service, String insz, Map<String, List<String>> parameters, String... facts) {
        SourceAnswer answer = questions.ask(
                new PersonQuestion(
                        service,
                        Insz.of(insz, Realm.SANDBOX),
                        ON,
                        parameters,
                        Set.of(facts),
                        false,
                        Duration.ofSeconds(20)),
                calls);
        return answer.facts();
    }

    private List<String[]> people() throws Exception {
        return Files.readAllLines(city.sandbox().folder().resolve("city/people.csv")).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
    }
}
