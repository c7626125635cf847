package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.sandbox.Sandbox;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.sync.Progress;
import be.zeef.sync.SyncReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A sandbox on free ports with its own folder, and the gateway's settings to reach it. */
final class TestCity implements AutoCloseable {

    static final String AGREEMENT = "gent-huisvuilzakken";

    private final Map<String, Object> own = new HashMap<>();
    private final Sandbox sandbox;
    private final int perSecond;
    private String ocmwUrl = "";

    TestCity(Path data, int households) {
        this(data, households, 10);
    }

    /** @param perSecond calls a second that MAGDA allows */
    TestCity(Path data, int households, int perSecond) {
        this.perSecond = perSecond;
        own.put("magda", Map.of("perSecond", perSecond));
        own.put("data", data.toString());
        own.put("home", Path.of("").toAbsolutePath().toString());
        own.put(
                "sandbox",
                Map.of(
                        "households", households,
                        "magdaPort", 0,
                        "filesPort", 0,
                        "filesPassivePorts", List.of(),
                        "ocmwPort", 0,
                        "ivagoPort", 0,
                        "groeipakketPort", 0,
                        "bankPort", 0,
                        "answerDelay", "PT0.1S"));
        sandbox = Sandbox.start(read(own));
    }

    private static Settings read(Map<String, Object> overrides) {
        return SettingsFile.read(Path.of("no-such-zeef.yaml"), overrides);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** Quick settings; {@code personsPerFile} small enough for several files. */
    Settings settings() {
        return read(overrides());
    }

    /** The same with these keys of {@code magda} laid over it. */
    @SuppressWarnings("unchecked")
    Settings settings(Map<String, ?> magda) {
        Map<String, Object> all = overrides();
        Map<String, Object> over = new HashMap<>((Map<String, Object>) all.get("magda"));
        over.putAll(magda);
        all.put("magda", over);
        return read(all);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> overrides() {
        Map<String, Object> all = new HashMap<>(own);
        Map<String, Object> reach = new HashMap<>(sandbox.overrides());
        Map<String, Object> magda = new HashMap<>((Map<String, Object>) reach.get("magda"));
        Map<String, Object> files = new HashMap<>((Map<String, Object>) magda.get("files"));
        files.putAll(Map.of("poll", "PT0.1S", "deadline", "PT5S", "personsPerFile", 250));
        magda.put("files", files);
        magda.put("receiveTimeout", "PT1.5S");
        magda.put("perSecond", perSecond);
        Map<String, Object> ivago = new HashMap<>((Map<String, Object>) reach.get("ivago"));
        ivago.putAll(Map.of("poll", "PT0.1S", "receiptWithin", "PT4S"));
        all.putAll(reach);
        all.put("magda", magda);
        all.put("ivago", ivago);
        if (!ocmwUrl.isEmpty()) {
            all.put("ocmw", Map.of("url", ocmwUrl));
        }
        return all;
    }

    void overrideOcmw(String url) {
        ocmwUrl = url;
    }

    SyncReport sync(String on) throws Exception {
        return sync(on, population(), false);
    }

    SyncReport sync(String on, Path population, boolean resume) throws Exception {
        Settings settings = settings();
        Agreement agreement = new Agreements(Path.of("mappings")).load(AGREEMENT);
        try (Gateway gateway = new Gateway(settings)) {
            return gateway.sync(agreement, population, LocalDate.parse(on), resume, Progress.NONE);
        }
    }

    Path population() {
        return sandbox.folder().resolve("city/population.csv");
    }

    /** What IVAGO credited so far: {@code household;category}. */
    TreeSet<String> credited() throws Exception {
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
}
