package be.zeef.recipient.uitpas;

import be.zeef.route.PartnerKeys;
import be.zeef.route.Routes;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.city.CityMaker;
import be.zeef.sandbox.city.CityOptions;
import be.zeef.sandbox.city.People;
import be.zeef.sandbox.uitpas.UitpasServer;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/** UiTPAS with a small city's passholders on a free port, and the gateway's route to it. */
final class TariffCity implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    final UitpasServer server;
    private final Path folder;
    private final Path secrets;
    private final SandboxKeys sandboxKeys;
    private final Keys keys;
    private final People people;
    private final Settings settings;
    private final Routes routes;
    private final Set<String> used = new HashSet<>();

    TariffCity(Path folder) throws Exception {
        this(folder, folder, Map.of());
    }

    /**
     * @param secrets where the keys lie, or will; making them takes a second
     * @param over settings of {@code uitpas} that differ
     */
    TariffCity(Path folder, Path secrets, Map<String, Object> over) throws Exception {
        this.folder = folder;
        this.secrets = secrets;
        Path home = Files.createDirectories(folder.resolve("home/routes")).getParent();
        Files.copy(Path.of("routes/uitpas.yaml"), home.resolve("routes/uitpas.yaml"));
        Path problems = Path.of("mappings/recipients/uitpas/problems.yaml");
        Files.createDirectories(home.resolve(problems).getParent());
        Files.copy(problems, home.resolve(problems));
        if (!Files.exists(secrets.resolve("sandbox-keys"))) {
            ReadyKeys.copy(secrets.resolve("data/keys"), secrets.resolve("sandbox-keys"));
        }
        keys = Keys.in(secrets.resolve("data/keys"));
        sandboxKeys = SandboxKeys.in(secrets.resolve("sandbox-keys"), keys);
        CityMaker.make(folder.resolve("city"), CityOptions.ghent(300, 2026, 0));
        people = People.of(folder.resolve("city"), 2026);
        server = server();
        Map<String, Object> reach = new HashMap<>(
                Map.of("url", server.url(), "tokenUrl", server.tokenUrl(), "receiveTimeout", "PT1.5S", "attempts", 3));
        reach.putAll(over);
        settings = read(reach);
        routes = Routes.start(settings, Map.of("uitpasTls", PartnerKeys.uitpasTls(keys)));
    }

    private Settings read(Map<String, Object> uitpas) {
        return SettingsFile.read(
                Path.of("no-such-zeef.yaml"),
                Map.of(
                        "home", folder.resolve("home").toString(),
                        "data", secrets.resolve("data").toString(),
                        "uitpas", uitpas));
    }

    /** Another start of the same UiTPAS. */
    UitpasServer server() throws Exception {
        return UitpasServer.start(
                0,
                sandboxKeys,
                folder.resolve("uitpas"),
                () -> people,
                read(Map.of()).uitpas(),
                secret());
    }

    String secret() {
        return read(Map.of()).uitpas().clientSecret();
    }

    /** For a client that is not ours. */
    SSLContext trusting() throws GeneralSecurityException, IOException {
        return PartnerKeys.uitpasTls(keys).createSSLContext(routes.context());
    }

    UitpasTariffs tariffs() {
        return tariffs(Clock.systemUTC());
    }

    UitpasTariffs tariffs(Clock clock) {
        return new UitpasTariffs(routes, settings, clock);
    }

    /** A person nobody used yet, of whom UiTPAS holds this. */
    Insz person(Predicate<JsonNode> held) {
        return people.everyone().stream()
                .map(People.Person::insz)
                .sorted()
                .filter(insz -> held.test(record(insz)) && used.add(insz))
                .findFirst()
                .map(insz -> Insz.of(insz, Realm.SANDBOX))
                .orElseThrow(() -> new AssertionError("a city of this seed has such a person"));
    }

    Insz withoutTariff() {
        return person(
                held -> usable(held) && membership(held).path("socialTariff").isMissingNode() && !physical(held));
    }

    Insz withTariff(String status, String until) {
        return person(held -> usable(held)
                && tariff(held).path("status").asText().equals(status)
                && tariff(held).path("endDate").asText().startsWith(until));
    }

    Insz withoutPass() {
        return person(JsonNode::isMissingNode);
    }

    static boolean usable(JsonNode held) {
        return membership(held).path("status").asText().equals("ACTIVE")
                && membership(held).path("currentCard").path("status").asText().equals("ACTIVE")
                && membership(held).path("cardSystem").path("id").asInt() == 9;
    }

    static boolean physical(JsonNode held) {
        return membership(held).path("currentCard").path("cardType").asText().equals("NFC_CARD");
    }

    static JsonNode membership(JsonNode held) {
        return held.path("cardSystemMemberships").path(0);
    }

    static JsonNode tariff(JsonNode held) {
        return membership(held).path("socialTariff");
    }

    JsonNode record(Insz person) {
        return record(person.digits());
    }

    private JsonNode record(String insz) {
        try {
            return JSON.readTree(server.record(insz));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        routes.close();
        server.close();
    }
}
