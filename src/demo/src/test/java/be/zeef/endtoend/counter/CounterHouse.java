package be.zeef.endtoend.counter;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.check.KeyCheck;
import be.zeef.counter.Counter;
import be.zeef.endtoend.city.Rights;
import be.zeef.endtoend.city.TestCity;
import be.zeef.sandbox.Sandbox;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Today;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A sandbox, a gateway that serves the counter on a free port, and people of the city to ask about. */
final class CounterHouse implements AutoCloseable {

    /** The day asked for, within the city's truth. */
    static final String ON = "2026-07-16";

    /** Who may ask of two agreements, and who of one of them only. */
    static final List<Map<String, ?>> CALLERS = List.of(
            Map.of(
                    "name", "demo-counter",
                    "certificate", "O=Zeef Sandbox,CN=demo-counter",
                    "client", "demo-counter",
                    "agreements", List.of("gent-uitpas", "gent-huisvuilzakken")),
            Map.of(
                    "name", "other-desk",
                    "certificate", "O=Zeef Sandbox,CN=ivago",
                    "client", "",
                    "agreements", List.of("gent-huisvuilzakken")));

    final TestCity city;
    final SandboxKeys keys;
    final Gateway gateway;
    final Counter counter;
    private final List<String[]> people;
    private final Set<String> withMeasure;

    /** @param own settings of {@code counter}, laid over the test's */
    CounterHouse(Path folder, int perSecond, Map<String, ?> own) throws Exception {
        city = new TestCity(folder, 60, perSecond);
        Settings settings = settings(own);
        keys = SandboxKeys.in(sandbox().folder().resolve("keys"), Keys.in(settings.keys()));
        gateway = new Gateway(settings, Today.wallClock());
        counter = gateway.counter(KeyCheck::of);
        asDemo().ask(question(first())); // makes the people
        people = Files.readAllLines(sandbox().folder().resolve("city/people.csv")).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
        withMeasure = withMeasure();
    }

    private Set<String> withMeasure() throws Exception {
        return Files.readAllLines(sandbox().folder().resolve("city/truth.csv")).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(person -> !person[4].isEmpty())
                .map(person -> person[0])
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    Settings settings(Map<String, ?> own) {
        Map<String, Object> all = city.overrides();
        Map<String, Object> mine = new HashMap<>(Map.of(
                "port", 0,
                "perMinute", 100_000,
                "perDay", 100_000,
                // whoever is refused more often waits a second each time
                "connections", Map.of("refusedPerMinute", 100_000)));
        mine.putAll((Map<String, Object>) all.get("counter"));
        mine.putAll(own);
        all.put("counter", mine);
        return SettingsFile.read(Path.of("no-such-zeef.yaml"), all);
    }

    Sandbox sandbox() {
        return city.sandbox();
    }

    CounterClient asDemo() throws Exception {
        return CounterClient.showing(SandboxKeys.DEMO_CALLER, keys, counter.url());
    }

    CounterClient withoutCertificate() throws Exception {
        return CounterClient.without(keys, counter.url());
    }

    static String question(String insz) {
        return "{\"insz\":\"" + insz + "\",\"on\":\"" + ON + "\"}";
    }

    private String first() throws Exception {
        return Files.readAllLines(sandbox().folder().resolve("city/truth.csv"))
                .get(1)
                .substring(0, 11);
    }

    /** People of Ghent with the status and without a measure of the OCMW: a yes that needs both of MAGDA's answers. */
    List<String> entitled() {
        return who(person -> person[4].equals("44021")
                && Rights.run(person[5], LocalDate.parse(ON))
                && !withMeasure.contains(person[0]));
    }

    /** People who live elsewhere: a no by the first source alone. */
    List<String> elsewhere() {
        return who(person -> !person[4].equals("44021"));
    }

    private List<String> who(Predicate<String[]> wanted) {
        List<String> found =
                people.stream().filter(wanted).map(person -> person[0]).toList();
        if (found.isEmpty()) {
            throw new AssertionError("a city of this seed has such people");
        }
        return found;
    }

    List<String> ledger() {
        return Inside.database(gateway)
                .withHandle(handle -> handle.createQuery("select kind || ' ' || body from ledger_entry order by id")
                        .mapTo(String.class)
                        .list());
    }

    @Override
    public void close() {
        counter.close();
        gateway.close();
        city.close();
    }
}
