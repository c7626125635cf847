package be.zeef.sandbox;

import be.zeef.sandbox.advice.AdviceServer;
import be.zeef.sandbox.bank.Bank;
import be.zeef.sandbox.city.Buffer;
import be.zeef.sandbox.city.CityIndex;
import be.zeef.sandbox.city.CityMaker;
import be.zeef.sandbox.city.CityOptions;
import be.zeef.sandbox.city.People;
import be.zeef.sandbox.delivery.FarEnd;
import be.zeef.sandbox.files.MagdaFiles;
import be.zeef.sandbox.files.MagdaFilesServer;
import be.zeef.sandbox.groeipakket.Births;
import be.zeef.sandbox.groeipakket.Groeipakket;
import be.zeef.sandbox.ksz.KszDesk;
import be.zeef.sandbox.ksz.KszServer;
import be.zeef.sandbox.ocmw.OcmwServer;
import be.zeef.sandbox.oidc.OidcServer;
import be.zeef.sandbox.sftp.SftpServer;
import be.zeef.sandbox.soap.MagdaSoapServer;
import be.zeef.sandbox.uitpas.UitpasServer;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** All far ends at once, on 127.0.0.1. Everything they need is made on first use and kept in the sandbox' folder. */
public final class Sandbox implements AutoCloseable {

    /** The months that VUTG has sent files of. */
    private static final YearMonth FIRST_MONTH = YearMonth.of(2026, 6);

    private static final YearMonth LAST_MONTH = YearMonth.of(2026, 9);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Settings settings;
    private final MagdaFiles magdaFiles;
    private final FileRecipients recipients;
    private final MagdaSoapServer soap;
    private final UitpasServer uitpas;
    private final AdviceServer advice;
    private final OidcServer oidc;
    private final KszServer ksz;
    private final Groeipakket groeipakket;
    private final Bank bank;
    private final int groeipakketPort;
    private final int bankPort;
    private final int filesPort;
    private final int ocmwPort;
    private final Properties passwords;

    /** Makes what is missing and starts every server. */
    public static Sandbox start(Settings settings) {
        try {
            return new Sandbox(settings);
        } catch (Exception e) {
            throw new SandboxException(
                    "The sandbox cannot be started: " + e.getMessage()
                            + ". If a port is taken, another sandbox may be running; stop it or set other ports (sandbox.*Port).",
                    e);
        }
    }

    private Sandbox(Settings settings) throws Exception {
        this.settings = settings;
        Settings.Sandbox wanted = settings.sandbox();
        Path folder = wanted.directory();
        Files.createDirectories(folder);
        Keys gateway = Keys.in(settings.keys());
        SandboxKeys keys = SandboxKeys.in(folder.resolve("keys"), gateway);
        passwords = passwords(settings.keys().resolve("passwords.properties"));
        CityMaker.make(folder.resolve("city"), CityOptions.ghent(wanted.households(), wanted.seed(), 2));
        CityMaker.make(
                folder.resolve("heusden-zolder"), CityOptions.heusdenZolder(wanted.households(), wanted.seed(), 2));
        Path truth = folder.resolve("city/truth.csv");
        Path otherCity = folder.resolve("heusden-zolder");
        CityIndex city = CityIndex.read(folder.resolve("city"), otherCity);
        Buffer buffer = new Buffer(city);
        Once<People> people = new Once<>(() -> People.of(folder.resolve("city"), wanted.seed()));
        Repertory repertory = opened(new Repertory(folder.resolve("repertory.log")));
        ocmwPort = opened(OcmwServer.start(
                        wanted.ocmwPort(), truth, settings.ocmw().user(), passwords.getProperty("ocmw")))
                .port();
        Path magda = folder.resolve("magda");
        Settings.Sender sender = settings.magda().sender();
        filesPort = opened(MagdaFilesServer.start(
                        wanted.filesPort(),
                        wanted.filesPassivePorts(),
                        magda,
                        keys,
                        settings.magda().files().user(),
                        passwords.getProperty("magda-files")))
                .port();
        magdaFiles = opened(new MagdaFiles(magda, city, buffer, repertory, sender.uri(), wanted.answerDelay()));
        soap = opened(MagdaSoapServer.start(
                wanted.magdaPort(),
                keys,
                city::known,
                repertory,
                people,
                senders(settings.magda()),
                settings.magda().perSecond()));
        soap.signAnswers(wanted.magdaSignsAnswers());
        ksz = opened(KszServer.start(
                wanted.kszPort(),
                keys,
                new KszDesk(city::known, buffer, repertory::containsForAny, settings.kszSoap()),
                settings.kszSoap().user(),
                passwords.getProperty("ksz-gateway")));
        recipients = opened(new FileRecipients(settings, gateway, keys, city, CityIndex.read(otherCity)));
        uitpas = opened(UitpasServer.start(
                wanted.uitpasPort(),
                keys,
                folder.resolve("uitpas"),
                people,
                settings.uitpas(),
                passwords.getProperty("uitpas")));
        advice = opened(AdviceServer.start(wanted.advicePort(), keys, people, truth));
        oidc = opened(OidcServer.start(
                wanted.oidcPort(),
                keys,
                new OidcServer.Registry(
                        settings.counter().oidc().audience(),
                        SandboxKeys.DEMO_CALLER,
                        passwords.getProperty("oidc-demo-counter"),
                        "clerk-7",
                        passwords.getProperty("oidc-clerk-7"),
                        Set.of("ask:gent-uitpas")),
                Clock.systemUTC()));
        CallerFiles.write(folder.resolve("counter"), keys);
        PublicKey client = gateway.identity(Keys.SFTP).getCertificate().getPublicKey();
        Path allowances = folder.resolve("groeipakket");
        groeipakket =
                new Groeipakket(allowances, keys.entry("groeipakket"), keys.entry("magda-server"), (X509Certificate)
                        gateway.identity(Keys.RECEIVING).getCertificate());
        groeipakket.publish(new Births(wanted.seed(), FIRST_MONTH), FIRST_MONTH, LAST_MONTH);
        groeipakketPort = opened(SftpServer.start(
                        wanted.groeipakketPort(),
                        allowances.resolve("sftp"),
                        List.of("out"),
                        keys.pair("groeipakket-host"),
                        client,
                        () -> false))
                .port();
        bank = opened(new Bank(folder.resolve("bank")));
        bankPort = opened(SftpServer.start(
                        wanted.bankPort(),
                        folder.resolve("bank/sftp"),
                        List.of("in", "out"),
                        keys.pair("bank-host"),
                        client,
                        bank::diskFull))
                .port();
        Map<Integer, String> hosts = new HashMap<>(recipients.hosts());
        hosts.putAll(Map.of(groeipakketPort, "groeipakket-host", bankPort, "bank-host"));
        knownHosts(settings.keys().resolve("known_hosts"), hosts, keys);
    }

    private static Set<Settings.Sender> senders(Settings.Magda magda) {
        return Stream.concat(Stream.of(magda.sender()), magda.senders().values().stream())
                .collect(Collectors.toSet());
    }

    private <T extends AutoCloseable> T opened(T server) {
        open.push(server);
        return server;
    }

    private static Properties passwords(Path file) throws IOException {
        Properties passwords = new Properties();
        try (var in = Files.newInputStream(file)) {
            passwords.load(in);
        }
        return passwords;
    }

    private static void knownHosts(Path file, Map<Integer, String> hosts, SandboxKeys keys) throws IOException {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(hosts)
                .forEach((port, alias) -> lines.append("[127.0.0.1]:" + port + " "
                        + PublicKeyEntry.toString(keys.certificate(alias).getPublicKey()) + "\n"));
        if (!Files.exists(file) || !Files.readString(file).contentEquals(lines)) {
            Files.writeString(file, lines);
        }
    }

    /** MAGDA's file exchange, to tell it what to do. */
    public MagdaFiles magdaFiles() {
        return magdaFiles;
    }

    /** IVAGO, to tell it what to do. */
    public FarEnd ivago() {
        return recipients.farEnd("ivago");
    }

    /** Education invoicing, to tell it what to do. */
    public FarEnd education() {
        return recipients.farEnd("education");
    }

    /** Childcare enrolment, to tell it what to do. */
    public FarEnd childcare() {
        return recipients.farEnd("childcare");
    }

    /** MAGDA's SOAP endpoint, to tell it what to do. */
    public MagdaSoapServer soap() {
        return soap;
    }

    /** UiTPAS, to tell it what to do. */
    public UitpasServer uitpas() {
        return uitpas;
    }

    /** Automatisch Advies, to tell it what to do. */
    public AdviceServer advice() {
        return advice;
    }

    /** The OpenID provider, to have tokens made. */
    public OidcServer oidc() {
        return oidc;
    }

    /** The KSZ's own SOAP endpoint, to tell it what to do. */
    public KszServer ksz() {
        return ksz;
    }

    /** VUTG, to tell it what to do. */
    public Groeipakket groeipakket() {
        return groeipakket;
    }

    /** The municipality's bank, to tell it what to do and to see what it paid. */
    public Bank bank() {
        return bank;
    }

    /** What the gateway's settings must say to reach these servers: laid over them like a zeef.yaml. */
    public Map<String, Object> overrides() {
        Map<String, Object> all = new HashMap<>();
        all.put(
                "magda",
                Map.of(
                        "endpoints", Map.of("default", soap.url()),
                        "files", Map.of("port", filesPort, "password", passwords.getProperty("magda-files"))));
        all.put("kszSoap", Map.of("url", ksz.url(), "password", passwords.getProperty("ksz-gateway")));
        all.put(
                "ocmw",
                Map.of(
                        "url",
                        "jdbc:h2:tcp://127.0.0.1:" + ocmwPort + "/ocmw",
                        "password",
                        passwords.getProperty("ocmw")));
        all.put("database", Map.of("password", passwords.getProperty("database")));
        List.of("ivago", "education", "childcare")
                .forEach(name -> all.put(name, Map.of("port", recipients.port(name))));
        all.put("advice", Map.of("url", advice.url()));
        all.put(
                "uitpas",
                Map.of(
                        "url",
                        uitpas.url(),
                        "tokenUrl",
                        uitpas.tokenUrl(),
                        "clientSecret",
                        passwords.getProperty("uitpas")));
        all.put("counter", Map.of("oidc", Map.of("issuer", oidc.issuer())));
        all.put("groeipakket", Map.of("port", groeipakketPort));
        all.put("payment", Map.of("port", bankPort));
        return all;
    }

    /** Where the files the sandbox keeps lie. */
    public Path folder() {
        return settings.sandbox().directory();
    }

    @Override
    public void close() {
        List.copyOf(open).forEach(server -> {
            try {
                server.close();
            } catch (Exception e) {
                throw new SandboxException("A sandbox server did not stop: " + e.getMessage(), e);
            }
        });
        open.clear();
    }
}
