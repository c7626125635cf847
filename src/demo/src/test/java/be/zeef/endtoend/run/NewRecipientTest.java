package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreements;
import be.zeef.agreement.Homes;
import be.zeef.app.Gateway;
import be.zeef.app.Recipients;
import be.zeef.check.Contracts;
import be.zeef.check.RouteCheck;
import be.zeef.cli.Overrides;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.WholeReport;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.delivery.ColumnsAccepted;
import be.zeef.sandbox.delivery.FarEnd;
import be.zeef.sandbox.delivery.Line;
import be.zeef.sandbox.delivery.Opened;
import be.zeef.sandbox.delivery.RecipientOffice;
import be.zeef.sandbox.delivery.RowsReader;
import be.zeef.sandbox.sftp.SftpServer;
import be.zeef.security.KeyStoreFile;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Today;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recipient of files that nobody wrote a line of Java for: a folder of mappings, a file of routes, settings, an agreement. */
class NewRecipientTest {

    private static final String AGREEMENT = "heusden-zolder-bibliotheek";

    @TempDir
    Path folder;

    private Path home;
    private TestCity city;
    private FarEnd library;
    private SftpServer server;
    private final List<Line> booked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws Exception {
        home = Homes.copy(folder.resolve("home"));
        copied("mappings/recipients/childcare/receipt.xsd", "mappings/recipients/library/receipt.xsd");
        copied("routes/childcare.yaml", "routes/library.yaml");
        copied("mappings/agreements/heusden-zolder-kinderopvang.yaml", "mappings/agreements/" + AGREEMENT + ".yaml");
        Files.writeString(home.resolve("mappings/recipients/library/recipient.yaml"), """
                series: BIB.KAART
                key: reader
                keyForm: '\\d{11}'
                value: card
                values: [SOCIAL]
                days: year-and-school-year
                forms: columns
                """);
        Files.writeString(home.resolve("mappings/recipients/library/columns.yaml"), """
                separator: ","
                quoting: always
                lineEnd: lf
                header: true
                dates: yyyy-MM-dd
                columns:
                  - {header: lezer, from: reader}
                  - {header: kaart, from: card, codes: {SOCIAL: GRATIS}}
                  - {header: van, from: from}
                  - {header: tot, from: until}
                """);
        city = new TestCity(folder.resolve("data"), 1600, 400);
        startLibrary();
    }

    /** A file of childcare's, as the library would write it. */
    private void copied(String from, String to) throws IOException {
        Files.createDirectories(home.resolve(to).getParent());
        Files.writeString(
                home.resolve(to),
                Files.readString(home.resolve(from))
                        .replace("id: heusden-zolder-kinderopvang", "id: " + AGREEMENT)
                        .replace("KIND\\.SOCTAR", "BIB\\.KAART")
                        .replace("childcare", "library"));
    }

    private void startLibrary() throws Exception {
        Settings settings = city.settings();
        Keys gateway = Keys.in(settings.keys());
        SandboxKeys keys = SandboxKeys.in(city.sandbox().folder().resolve("keys"), gateway);
        PrivateKeyEntry own = keys.entry("groeipakket");
        KeyStore trust = gateway.trust();
        trust.setCertificateEntry("library", own.getCertificate());
        KeyStoreFile.store(trust, settings.keys().resolve("trust.p12"), gateway.password());
        X509Certificate sender =
                (X509Certificate) gateway.identity(Keys.DELIVERY).getCertificate();
        Path place = folder.resolve("library");
        library = new FarEnd(
                place,
                new FarEnd.Trust(own, sender, keys.entry("magda-server")),
                new Readers(),
                Duration.ofMillis(100));
        PrivateKeyEntry host = keys.entry("bank-host");
        server = SftpServer.start(
                0,
                place.resolve("sftp"),
                List.of("in", "out"),
                new KeyPair(host.getCertificate().getPublicKey(), host.getPrivateKey()),
                gateway.identity(Keys.SFTP).getCertificate().getPublicKey(),
                library::diskFull);
        Files.writeString(
                settings.keys().resolve("known_hosts"),
                "[127.0.0.1]:" + server.port() + " "
                        + PublicKeyEntry.toString(host.getCertificate().getPublicKey()) + "\n",
                StandardOpenOption.APPEND);
    }

    /** RecipientOffice every line once. */
    private final class Readers implements RecipientOffice {

        private final RowsReader rows;

        Readers() throws IOException {
            rows = new RowsReader(
                    new ColumnsAccepted(home.resolve("mappings/recipients/library/columns.yaml")),
                    "reader",
                    "card",
                    "");
        }

        @Override
        public String series() {
            return "BIB.KAART";
        }

        @Override
        public String namespace() {
            return "urn:zeef:library:receipt:1";
        }

        @Override
        public boolean headBeside() {
            return true;
        }

        @Override
        public Opened read(String ending, byte[] content, byte[] head) {
            return rows.read(content, head);
        }

        @Override
        public List<Result> book(List<Line> lines, boolean refuseOne) {
            booked.addAll(lines);
            return lines.stream().map(line -> Result.ACCEPTED).toList();
        }
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        library.close();
        city.close();
    }

    private Path population() {
        return city.sandbox().folder().resolve("heusden-zolder/population.csv");
    }

    private Settings settings() {
        return SettingsFile.read(
                Path.of("no-such-zeef.yaml"),
                Overrides.over(
                        city.overrides(),
                        Map.of(
                                "home",
                                home.toString(),
                                "populations",
                                Map.of(AGREEMENT, Map.of("file", population().toString(), "maxBadShare", 0.02)),
                                "partners",
                                Map.of(
                                        "library",
                                        Map.of(
                                                "host", "127.0.0.1",
                                                "port", server.port(),
                                                "user", "zeef",
                                                "in", "in",
                                                "out", "out",
                                                "poll", "PT0.1S",
                                                "receiptWithin", "PT30S")))));
    }

    @Test
    void isDeliveredTo_andItsReceiptsAreMatched_withoutALineOfJava() throws Exception {
        Settings settings = settings();
        assertThat(RouteCheck.of(settings).findings()).isEmpty();
        assertThat(Recipients.in(home.resolve("mappings")).reports()).hasSize(5).allMatch(Report::acceptable);

        SyncReport report;
        try (Gateway gateway = new Gateway(settings, Today.wallClock())) {
            report = gateway.syncs()
                    .run(
                            new Agreements(home.resolve("mappings")).load(AGREEMENT),
                            population(),
                            LocalDate.of(2026, 8, 20),
                            false,
                            Progress.NONE);
        }

        assertThat(report.done()).as("%s", report).isTrue();
        WholeReport.holds(report);
        assertThat(report.delivered()).isPositive();
        assertThat(booked).hasSize((int) report.delivered()).allSatisfy(line -> {
            assertThat(line.key()).matches("\\d{11}");
            assertThat(line.value()).isEqualTo("SOCIAL");
            assertThat(line.from() + ";" + line.until()).isEqualTo("2026-09-01;2027-08-31");
        });
        Path opened = folder.resolve("library/inbox/BIB.KAART.2026.00001.csv");
        assertThat(Files.readAllLines(opened).get(0)).isEqualTo("\"lezer\",\"kaart\",\"van\",\"tot\"");
        Contracts contracts = new Contracts(settings, Today.wallClock());
        assertThat(Contracts.report(contracts.named("library").orElseThrow(), opened)
                        .findings())
                .isEmpty();
    }
}
