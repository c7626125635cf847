package be.zeef.endtoend.city;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.cli.Overrides;
import be.zeef.demo.DemoPayments;
import be.zeef.demo.FreePorts;
import be.zeef.payment.run.PaymentDesk;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.Sandbox;
import be.zeef.security.PersonKey;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Today;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A sandbox on free ports with its own folder, and the gateway's settings to reach it. */
public final class TestCity implements AutoCloseable {

    public static final String AGREEMENT = "gent-huisvuilzakken";

    private final Map<String, Object> own = new HashMap<>();
    private final Sandbox sandbox;
    private final int perSecond;
    private String ocmwUrl = "";

    public TestCity(Path data, int households) {
        this(data, households, 10);
    }

    /** @param perSecond calls a second that MAGDA allows */
    public TestCity(Path data, int households, int perSecond) {
        this.perSecond = perSecond;
        own.put("magda", Map.of("perSecond", perSecond));
        // the lines that are bad on purpose are many among the few pupils of a small city
        own.put("populations", Map.of("gent-onderwijs", Map.of("maxBadShare", 0.5)));
        own.put("data", data.toString());
        own.put("home", Path.of("").toAbsolutePath().toString());
        own.put(
                "sandbox",
                FreePorts.with(Map.of("households", households, "answerDelay", "PT0.1S", "magdaStrict", true)));
        ReadyKeys.copy(data.resolve("keys"), data.resolve("sandbox/keys"));
        sandbox = Sandbox.start(read(own));
    }

    private static Settings read(Map<String, Object> overrides) {
        return SettingsFile.read(Path.of("no-such-zeef.yaml"), overrides);
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** Quick settings; {@code personsPerFile} small enough for several files. */
    public Settings settings() {
        return read(overrides());
    }

    /** The same with these keys of {@code magda} laid over it. */
    @SuppressWarnings("unchecked")
    public Settings settings(Map<String, ?> magda) {
        Map<String, Object> all = overrides();
        Map<String, Object> over = new HashMap<>((Map<String, Object>) all.get("magda"));
        over.putAll(magda);
        all.put("magda", over);
        return read(all);
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> overrides() {
        Map<String, Object> all = new HashMap<>(own);
        Map<String, Object> reach = new HashMap<>(sandbox.overrides());
        Map<String, Object> magda = new HashMap<>((Map<String, Object>) reach.get("magda"));
        magda.put("files", Map.of("deadline", "PT5S", "personsPerFile", 250));
        magda.put("receiveTimeout", "PT1.5S");
        magda.put("perSecond", perSecond);
        Map<String, Object> ksz = new HashMap<>((Map<String, Object>) reach.get("kszSoap"));
        ksz.put("perSecond", perSecond);
        Map<String, Object> partners = new HashMap<>();
        ((Map<String, Object>) reach.get("partners"))
                .forEach((name, partner) -> partners.put(
                        name,
                        Overrides.over(
                                (Map<String, Object>) partner, Map.of("poll", "PT0.1S", "receiptWithin", "PT4S"))));
        all.putAll(reach);
        all.put("partners", partners);
        all.put("magda", magda);
        all.put("kszSoap", ksz);
        if (!ocmwUrl.isEmpty()) {
            all.put("ocmw", Map.of("url", ocmwUrl));
        }
        return all;
    }

    public void overrideOcmw(String url) {
        ocmwUrl = url;
    }

    public SyncReport sync(String on) throws Exception {
        return sync(on, population(), false);
    }

    public SyncReport sync(String on, Path population, boolean resume) throws Exception {
        try (Gateway gateway = gateway()) {
            return sync(gateway, on, population, resume);
        }
    }

    /** For several runs in one process. */
    public SyncReport sync(Gateway gateway, String on, Path population, boolean resume) throws Exception {
        Agreement agreement = new Agreements(Path.of("mappings")).load(AGREEMENT);
        return gateway.syncs().run(agreement, population, LocalDate.parse(on), resume, Progress.NONE);
    }

    public Gateway gateway() {
        return new Gateway(settings(), Today.wallClock());
    }

    public Path population() {
        return sandbox.folder().resolve("city/population.csv");
    }

    /** What IVAGO credited so far: {@code household;category}. */
    public TreeSet<String> credited() throws Exception {
        TreeSet<String> credits = new TreeSet<>();
        Path file = sandbox.folder().resolve("ivago/credits.csv");
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            String[] fields = line.split(";");
            if (!credits.add(fields[1] + ";" + fields[2])) {
                throw new AssertionError("a household was credited twice");
            }
        }
        return credits;
    }

    @Override
    public void close() {
        sandbox.close();
    }

    /** Releases a payment file in the name of one of the sandbox's people, with that person's own key. */
    public PaymentDesk.Released release(PaymentDesk desk, String file, String person) throws IOException {
        PersonKey key = DemoPayments.key(sandbox().folder().resolve("releasers"), person);
        return desk.release(file, key.sign(desk.statement(file).bytes()));
    }
}
