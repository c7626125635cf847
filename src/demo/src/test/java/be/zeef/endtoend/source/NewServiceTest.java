package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Homes;
import be.zeef.app.Gateway;
import be.zeef.cli.Overrides;
import be.zeef.endtoend.city.TestCity;
import be.zeef.question.Answer.Verdict;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.SecureServers;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service of MAGDA that nobody wrote a line of Java for: a folder of mappings, and an agreement that asks it. */
class NewServiceTest {

    private static final String SERVICE = "GeefLeesstatuut-01.00";
    private static final String AGREEMENT = "gent-leespas";
    private static final LocalDate ON = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    private Path home;
    private TestCity city;
    private HttpsServer far;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws Exception {
        home = Homes.copy(folder.resolve("home"));
        try (Stream<Path> files = Files.list(home.resolve("mappings/sources/magda/GeefSociaalStatuut-03.00"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copied(
                        file,
                        home.resolve("mappings/sources/magda").resolve(SERVICE).resolve(file.getFileName()));
            }
        }
        copied(
                home.resolve("mappings/agreements/gent-uitpas.yaml"),
                home.resolve("mappings/agreements/" + AGREEMENT + ".yaml"));
        city = new TestCity(folder.resolve("data"), 60, 200);
        Settings settings = city.settings();
        SandboxKeys keys = SandboxKeys.in(city.sandbox().folder().resolve("keys"), Keys.in(settings.keys()));
        far = SecureServers.make(0, keys, "magda-server", true);
        far.setExecutor(SecureServers.workers("lees-statuut"));
        far.createContext("/", this::answer);
        far.start();
    }

    private static void copied(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.writeString(
                to,
                Files.readString(from)
                        .replace("GeefSociaalStatuut-03.00", SERVICE)
                        .replace("GeefSociaalStatuut", "GeefLeesstatuut")
                        .replace("geefsociaalstatuut/v03_00", "geefleesstatuut/v01_00")
                        .replace("03.00.0000", "01.00.0000")
                        .replace("id: gent-uitpas", "id: " + AGREEMENT));
    }

    /** Everybody has every status there. */
    private void answer(HttpExchange exchange) throws IOException {
        String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(question);
        byte[] answer = """
                <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header/><e:Body>\
                <p:GeefLeesstatuutResponse xmlns:p="http://magda.vlaanderen.be/soczek/soap/geefleesstatuut/v01_00"><Repliek>\
                <Context><Naam>GeefLeesstatuut</Naam><Versie>01.00.0000</Versie><Bericht><Type>ANTWOORD</Type>\
                <Tijdstip><Datum>2026-07-16</Datum><Tijd>10:00:00.000</Tijd></Tijdstip>\
                <Afzender><Identificatie>vip.vlaanderen.be</Identificatie><Naam>MagdaGateway</Naam>\
                <Referte>an-answer</Referte></Afzender>\
                <Ontvanger><Identificatie>%s</Identificatie><Referte>%s</Referte><Hoedanigheid>%s</Hoedanigheid>\
                </Ontvanger></Bericht></Context>\
                <Antwoorden><Antwoord><Referte>%2$s</Referte><Inhoud><Persoon><INSZ>%4$s</INSZ><SocialeStatuten>\
                <SociaalStatuut><Naam>PCSA_AND_BIM_HELP</Naam><Resultaat><Code>1</Code></Resultaat></SociaalStatuut>\
                </SocialeStatuten></Persoon></Inhoud></Antwoord></Antwoorden>\
                </Repliek></p:GeefLeesstatuutResponse></e:Body></e:Envelope>""".formatted(
                        said(question, "Identificatie"),
                        said(question, "Referte"),
                        said(question, "Hoedanigheid"),
                        said(question, "INSZ"))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
        exchange.sendResponseHeaders(200, answer.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer);
        }
    }

    private static String said(String question, String element) {
        Matcher found = Pattern.compile("<" + element + ">([^<]*)<").matcher(question);
        return found.find() ? found.group(1) : "";
    }

    @AfterEach
    void stop() {
        far.stop(0);
        city.close();
    }

    @Test
    void isAsked_andItsAnswerDecides_withoutALineOfJava() throws Exception {
        String url = "https://127.0.0.1:" + far.getAddress().getPort() + "/";
        Map<String, Object> all = Overrides.over(
                city.overrides(), Map.of("home", home.toString(), "magda", Map.of("endpoints", Map.of(SERVICE, url))));
        Agreements agreements = new Agreements(home.resolve("mappings"));
        Agreement old = agreements.load("gent-uitpas");
        Agreement fresh = agreements.load(AGREEMENT);
        try (Gateway gateway = new Gateway(SettingsFile.read(Path.of("no-such-zeef.yaml"), all), Today.wallClock())) {
            List<Insz> without = withoutTheOldStatus(gateway, old);

            List<Verdict> answers = new ArrayList<>();
            for (Insz person : without) {
                answers.add(gateway.desks()
                        .question(fresh, ON)
                        .ask(person, ON, "test")
                        .verdict());
            }
            // whoever lives elsewhere is told no, whatever a status says
            assertThat(answers).contains(Verdict.YES).doesNotContain(Verdict.NOT_DECIDABLE);
            assertThat(asked)
                    .isNotEmpty()
                    .allMatch(question -> question.contains("geefleesstatuut/v01_00"))
                    .allMatch(question -> question.contains("PCSA_AND_BIM_HELP"));
        }
    }

    /** Some who are told no under the agreement that asks the old service. */
    private List<Insz> withoutTheOldStatus(Gateway gateway, Agreement old) throws Exception {
        List<Insz> found = new ArrayList<>();
        for (String row : Files.readAllLines(city.population())) {
            String insz = row.substring(0, Math.min(11, row.length()));
            if (found.size() < 5
                    && insz.matches("\\d{11}")
                    && Insz.fault(insz, Realm.SANDBOX).isEmpty()) {
                Insz person = Insz.of(insz, Realm.SANDBOX);
                if (gateway.desks().question(old, ON).ask(person, ON, "test").verdict() == Verdict.NO) {
                    found.add(person);
                }
            }
        }
        return found;
    }
}
