package be.zeef.source.advice;

import be.zeef.route.PartnerKeys;
import be.zeef.route.Routes;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.advice.AdviceServer;
import be.zeef.sandbox.city.CityMaker;
import be.zeef.sandbox.city.CityOptions;
import be.zeef.sandbox.city.People;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Insz;
import be.zeef.testing.CallsSeen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A synthetic city whose people Automatisch Advies knows, and the gateway's own way to it. */
abstract class RemoteAdviceCase {

    static final LocalDate ON = LocalDate.of(2026, 7, 16);
    static final Duration WITHIN = Duration.ofSeconds(30);
    static final String CASE = "gent-uitpas";

    @TempDir
    static Path folder;

    static Map<String, String[]> truth;
    static Map<String, String[]> people;
    static AdviceServer server;
    static Routes routes;

    final CallsSeen journal = new CallsSeen();

    RemoteAdvice advice;

    @BeforeAll
    static void start() throws Exception {
        Path city = folder.resolve("city");
        CityMaker.make(city, CityOptions.ghent(900, 2026, 0));
        People known = People.of(city, 2026);
        truth = rows(city.resolve("truth.csv"));
        people = rows(city.resolve("people.csv"));
        ReadyKeys.copy(folder.resolve("data/keys"), folder.resolve("sandbox-keys"));
        Keys gateway = Keys.in(folder.resolve("data/keys"));
        SandboxKeys keys = SandboxKeys.in(folder.resolve("sandbox-keys"), gateway);
        server = AdviceServer.start(0, keys, () -> known, city.resolve("truth.csv"));
        routes = routes(gateway);
    }

    /** Nobody waits for what the service said to another test. */
    @BeforeEach
    void unhurried() {
        advice = new RemoteAdvice(routes, settings());
    }

    static Routes routes(Keys keys) throws IOException {
        Path home = folder.resolve("home");
        for (String file : List.of(
                "routes/advice.yaml",
                "mappings/sources/advice/question.schema.json",
                "mappings/sources/advice/answer.schema.json")) {
            Files.createDirectories(home.resolve(file).getParent());
            Files.write(home.resolve(file), Files.readAllBytes(Path.of(file)));
        }
        return Routes.start(settings(), Map.of("magdaTls", PartnerKeys.magdaTls(keys)));
    }

    static Settings settings() {
        return SettingsFile.read(
                Path.of("no-such-zeef.yaml"),
                Map.of(
                        "home", folder.resolve("home").toString(),
                        "data", folder.resolve("data").toString(),
                        "advice", Map.of("url", server.url(), "receiveTimeout", "PT1.5S")));
    }

    @AfterAll
    static void stop() {
        routes.close();
        server.close();
    }

    @AfterEach
    void behave() {
        server.behave();
    }

    AdviceReply ask(String caseId, Insz about) {
        return advice.ask(caseId, about, ON, WITHIN, journal);
    }

    static Map<String, String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(fields -> !fields[0].isEmpty())
                .collect(Collectors.toMap(fields -> fields[0], fields -> fields, (a, b) -> a));
    }
}
