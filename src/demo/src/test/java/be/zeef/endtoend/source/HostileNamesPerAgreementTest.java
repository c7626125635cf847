package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.app.Recipients;
import be.zeef.app.SyncOffice;
import be.zeef.endtoend.city.Canary;
import be.zeef.endtoend.city.TestCity;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.row.RowEvidence;
import be.zeef.payment.run.PaymentDesk;
import be.zeef.payment.run.PaymentReport;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.HostileFolder;
import be.zeef.settings.Settings;
import be.zeef.subject.Today;
import be.zeef.sync.NoGathering;
import be.zeef.testing.HostileNames;
import be.zeef.validation.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each of the five agreements run whole while hostile names lie in every folder that a partner writes into: everything genuine
 * is read, processed and removed; of the hostile ones there is only a number.
 */
class HostileNamesPerAgreementTest {

    private static final byte[] CONTENT = "<content/>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private TestCity city;
    private HostileServers servers;
    private final Map<String, Long> laid = new TreeMap<>();

    /** @param households enough of them that somebody is granted something */
    private void layBeside(int households) throws Exception {
        city = new TestCity(data, households, 400);
        servers = new HostileServers(city);
        Map<String, String> endings = Map.of(
                "ivago", ".ack.p7m",
                "education", ".result.p7m",
                "childcare", ".ack.p7m",
                "holidays", ".ack.p7m",
                "groeipakket", ".xml.p7m",
                "bank", ".xml",
                "magda", ".xml");
        for (Map.Entry<String, String> each : endings.entrySet()) {
            boolean ftp = each.getKey().equals("magda");
            List<String> names = HostileNames.all(ftp ? "gssvl_" : "a", each.getValue(), Canary.class);
            servers.folder(each.getKey()).lay(names, CONTENT);
            // a line of an FTP listing ends where a name says so: those names come to nobody's eyes
            laid.put(
                    each.getKey(),
                    names.stream()
                            .filter(name -> !ftp || (name.indexOf('\n') < 0 && name.indexOf('\r') < 0))
                            .count());
        }
    }

    @AfterEach
    void stop() throws Exception {
        servers.close();
        city.close();
    }

    private SyncReport sync(String id, LocalDate on) throws Exception {
        return syncs(id, on).get(0);
    }

    /** One report for each benefit. */
    private List<SyncReport> syncs(String id, LocalDate on) throws Exception {
        Agreement agreement = new Agreements(Path.of("mappings")).load(id);
        try (Gateway gateway = new Gateway(settings(), Today.wallClock())) {
            List<SyncReport> reports = gateway.syncs()
                    .run(
                            gateway.syncs().parts(agreement, Optional.of(on), false, Optional.empty()),
                            false,
                            Progress.NONE);
            nothingHostileIsKept(gateway);
            return reports;
        }
    }

    /** Inscriptions go by file, however few. */
    private Settings settings() {
        return servers.settings(Map.of(), Map.of("inscription", Map.of("alwaysFileFrom", 1, "fileTurnaround", "PT0S")));
    }

    /** Told once for each of these mailboxes, whatever number of times they were looked into, and by number only. */
    private void tellsOnlyHowMany(List<Finding> findings, Map<String, String> partnerOfMailbox) {
        assertThat(findings.stream()
                        .filter(each -> each.code().equals("mailbox.name-refused"))
                        .map(Finding::arguments))
                .containsExactlyInAnyOrderElementsOf(partnerOfMailbox.entrySet().stream()
                        .map(each -> List.of(each.getKey(), Long.toString(laid.get(each.getValue()))))
                        .toList());
        assertThat(findings.stream()
                        .flatMap(each -> Stream.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl"))
                                .map(each::text)))
                .noneMatch(HostileNamesPerAgreementTest::isHostile);
    }

    private static boolean isHostile(String text) {
        return text.contains(HostileNames.CANARY_FILE) || text.contains("#class") || text.contains("gssvl_${");
    }

    private static void nothingHostileIsKept(Gateway gateway) {
        List<String> database = Inside.database(gateway)
                .withHandle(handle ->
                        handle.createQuery("script").mapTo(String.class).list());
        assertThat(database).isNotEmpty().noneMatch(HostileNamesPerAgreementTest::isHostile);
        assertThat(new RowEvidence(Inside.database(gateway)).breaks()).isEmpty();
        assertThat(new LedgerVerifier(Inside.database(gateway)).verify().holds())
                .isTrue();
    }

    private void onlyHostileIsLeft(String partner) {
        HostileFolder folder = servers.folder(partner);
        // a run ends when the functional receipt is stored; a technical one that is listed after it is the next run's
        // to remove
        assertThat(folder.names().stream().filter(name -> !name.matches("[A-Z.]+\\d{4}\\.\\d{5}\\.ack\\.p7m")))
                .allMatch(name -> name.startsWith("hostile-"))
                .hasSize(45);
        assertThat(folder.asked()).isZero();
        assertThat(Canary.MADE).hasValue(0);
        assertThat(Path.of(HostileNames.CANARY_FILE)).doesNotExist();
    }

    @Test
    void gentHuisvuilzakken() throws Exception {
        layBeside(120);
        SyncReport report = sync("gent-huisvuilzakken", LocalDate.of(2026, 7, 16));

        assertThat(report.done()).as("%s", report.findings()).isTrue();
        assertThat(city.credited()).hasSize((int) report.delivered()).isNotEmpty();
        tellsOnlyHowMany(
                report.findings(), Map.of("magda-lists", "magda", "magda-inscriptions", "magda", "ivago", "ivago"));
        onlyHostileIsLeft("ivago");
        onlyHostileIsLeft("magda");
    }

    @Test
    void gentOnderwijs() throws Exception {
        layBeside(60);
        SyncReport report = sync("gent-onderwijs", LocalDate.of(2026, 3, 1));

        assertThat(report.done()).as("%s", report.findings()).isTrue();
        assertThat(report.delivered()).as("%s", report).isPositive();
        tellsOnlyHowMany(report.findings(), Map.of("education", "education"));
        onlyHostileIsLeft("education");
    }

    @Test
    void heusdenZolderKinderopvang() throws Exception {
        layBeside(1600);
        List<SyncReport> reports = syncs("heusden-zolder-kinderopvang", LocalDate.of(2026, 8, 20));
        SyncReport report = reports.get(0);

        assertThat(report.done()).as("%s", report.findings()).isTrue();
        assertThat(report.delivered()).as("%s", report).isPositive();
        tellsOnlyHowMany(
                report.findings(),
                Map.of("magda-lists", "magda", "magda-inscriptions", "magda", "childcare", "childcare"));
        onlyHostileIsLeft("childcare");
        assertThat(reports.get(1).delivered()).as("%s", reports.get(1)).isPositive();
        tellsOnlyHowMany(reports.get(1).findings(), Map.of("holidays", "holidays"));
        onlyHostileIsLeft("holidays");
        onlyHostileIsLeft("magda");
    }

    @Test
    void wingeneGeboortepremie() throws Exception {
        layBeside(20);
        Agreement agreement = new Agreements(Path.of("mappings")).load("wingene-geboortepremie");
        try (Gateway gateway = new Gateway(settings(), Today.wallClock())) {
            PaymentReport report = gateway.payments(agreement).run().run(LocalDate.of(2026, 10, 1));
            assertThat(report.done()).as("%s", report.findings()).isTrue();
            assertThat(report.granted()).isPositive();
            tellsOnlyHowMany(report.findings(), Map.of("groeipakket", "groeipakket"));
            onlyHostileIsLeft("groeipakket");

            PaymentDesk desk = gateway.payments(agreement).desk();
            city.release(desk, report.file(), "an");
            PaymentDesk.Released released = city.release(desk, report.file(), "bert");
            assertThat(released.file().state()).isEqualTo("settled");
            tellsOnlyHowMany(released.findings(), Map.of("payment-sftp", "bank"));
            onlyHostileIsLeft("bank");
            assertThat(city.sandbox().bank().paid()).isNotEmpty();
            nothingHostileIsKept(gateway);
        }
    }

    /** It asks and grants over SOAP, JDBC and HTTPS: nobody offers it a file. */
    @Test
    void gentUitpas_hasNoMailbox() throws Exception {
        layBeside(20);
        Agreement agreement = new Agreements(Path.of("mappings")).load("gent-uitpas");
        assertThat(agreement.isListed()).isFalse();
        assertThat(agreement.payment()).isEmpty();
        assertThat(Recipients.in(Path.of("mappings")).systems())
                .doesNotContain(agreement.recipient().system());
        LocalDate on = LocalDate.of(2026, 7, 16);
        try (Gateway gateway = new Gateway(settings(), Today.wallClock())) {
            SyncReport report =
                    gateway.syncs().run(new SyncOffice.Part(agreement, on, new NoGathering()), false, Progress.NONE);
            assertThat(report.done()).as("%s", report.findings()).isTrue();
            tellsOnlyHowMany(report.findings(), Map.of());
            nothingHostileIsKept(gateway);
        }
        assertThat(laid.keySet()).allMatch(each -> servers.folder(each).asked() == 0);
        for (String route : List.of("uitpas", "magda", "advice", "ksz-soap")) {
            assertThat(Files.readString(Path.of("routes", route + ".yaml"))).doesNotContain("file:", "ftp");
        }
    }
}
