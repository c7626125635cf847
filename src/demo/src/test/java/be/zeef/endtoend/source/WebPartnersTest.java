package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.RouteBeans;
import be.zeef.endtoend.city.TestCity;
import be.zeef.recipient.Grant;
import be.zeef.recipient.uitpas.UitpasTariffs;
import be.zeef.route.Routes;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.source.advice.AdviceReply.Given;
import be.zeef.source.advice.RemoteAdvice;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.testing.CallsSeen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The partners on the web as the whole sandbox plays them, reached by every route there is, each with its own TLS. */
class WebPartnersTest {

    private static final LocalDate ON = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    @Test
    void areReached_withTheSettingsThatTheSandboxGives() throws Exception {
        try (TestCity city = new TestCity(folder, 40)) {
            Settings settings = city.settings();
            Keys keys = Keys.in(settings.keys());
            Map<String, Object> beans = new RouteBeans(settings).named(keys, Clock.systemUTC());
            try (Routes routes = Routes.start(settings, beans)) {
                assertThat(granted(city, new UitpasTariffs(routes, settings, Clock.systemUTC())))
                        .isPositive()
                        .isEqualTo(city.sandbox().uitpas().grants());
                RemoteAdvice advice = new RemoteAdvice(routes, settings);
                assertThat(advice.ask(
                                "gent-onderwijs", people(city).get(0), ON, Duration.ofSeconds(10), new CallsSeen()))
                        .isInstanceOf(Given.class);
            }
        }
    }

    private static long granted(TestCity city, UitpasTariffs tariffs) throws Exception {
        return people(city).stream()
                .limit(10)
                .map(person -> tariffs.grant(person, LocalDate.of(2027, 4, 30)))
                .filter(Grant.Granted.class::isInstance)
                .count();
    }

    private static List<Insz> people(TestCity city) throws Exception {
        return Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(';')))
                .filter(insz -> !insz.isEmpty())
                .map(insz -> Insz.of(insz, Realm.SANDBOX))
                .toList();
    }
}
