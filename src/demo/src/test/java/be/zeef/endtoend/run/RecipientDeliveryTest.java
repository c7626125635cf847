package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Homes;
import be.zeef.app.Recipients;
import be.zeef.app.RouteBeans;
import be.zeef.check.Contracts;
import be.zeef.endtoend.city.TestCity;
import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryHead.Format;
import be.zeef.packing.DeliveryLine;
import be.zeef.recipient.DeliveryReceipt;
import be.zeef.recipient.Recipient;
import be.zeef.route.Mailbox;
import be.zeef.route.Routes;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.testing.Await;
import be.zeef.validation.Finding;
import be.zeef.validation.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries on the way that they really take: packed, put by the routes over SFTP, booked, answered, fetched, read. */
class RecipientDeliveryTest {

    @TempDir
    static Path folder;

    private static TestCity city;
    private static Settings settings;
    private static Keys keys;
    private static RouteBeans beans;
    private static Routes routes;

    @BeforeAll
    static void start() {
        city = new TestCity(folder, 100);
        settings = city.settings();
        keys = Keys.in(settings.keys());
        beans = new RouteBeans(settings);
        routes = Routes.start(settings, beans.named(keys, Clock.systemUTC()));
    }

    @AfterAll
    static void stop() {
        routes.close();
        city.close();
    }

    /** Delivers these lines; gives what the recipient said of each. */
    private static Map<String, String> deliver(String system, int sequence, Format format, List<DeliveryLine> lines)
            throws Exception {
        Recipient recipient = Recipients.in(settings.home().resolve("mappings"))
                .named(system, settings, keys, Clock.systemUTC())
                .orElseThrow();
        Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
        DeliveryHead head = new DeliveryHead(
                recipient.packer().series(), "test", 2025, sequence, LocalDate.of(2025, 9, 1), "gent.be", format);
        Mailbox box = beans.recipient(recipient.system()).in(routes);
        for (String file : recipient
                .packer()
                .pack(head, lines::forEach, name -> files.computeIfAbsent(name, none -> new ByteArrayOutputStream()))
                .files()) {
            box.put(file, out -> files.get(file).writeTo(out));
        }
        Map<String, String> told = new ConcurrentHashMap<>();
        Map<String, DeliveryReceipt> receipts = new ConcurrentHashMap<>();
        box.watch((offered, in) -> {
            String name = offered.name();
            receipts.put(
                    name, recipient.receipts().read(name, in, (id, result, code) -> told.put(id, result + " " + code)));
            box.acknowledge(offered);
        });
        Await.until("two receipts", () -> receipts.size() == 2);
        box.unwatch();
        assertThat(receipts)
                .containsEntry(
                        head.name() + ".ack.p7m", new DeliveryReceipt.Technical(head.name(), true, "OK", lines.size()))
                .containsEntry(head.name() + ".result.p7m", new DeliveryReceipt.Functional(head.name(), lines.size()));
        return new TreeMap<>(told);
    }

    private static DeliveryLine line(String id, String key, String value) {
        return new DeliveryLine(id.repeat(32), key, value, LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31));
    }

    private static Report validated(String contract, Path file) throws IOException {
        return Contracts.report(
                new Contracts(settings, Today.wallClock()).named(contract).orElseThrow(), file);
    }

    @Test
    void deliversTariffClassesToEducation() throws Exception {
        List<String> pupils = Files.readAllLines(city.sandbox().folder().resolve("city/pupils.csv")).stream()
                .skip(1)
                .filter(row -> !row.startsWith(";"))
                .limit(2)
                .map(row -> row.substring(0, row.indexOf(';')))
                .toList();
        Path own = city.sandbox().folder().resolve("education");

        Map<String, String> first = deliver(
                "education",
                1,
                Format.CSV,
                List.of(line("0a", pupils.get(0), "B"), line("0b", "L0", "A"), line("0c", pupils.get(1), "C")));
        assertThat(first.values()).containsExactly("ACCEPTED OK", "REFUSED UNKNOWN_PUPIL", "ACCEPTED OK");
        Map<String, String> second = deliver(
                "education", 2, Format.XML, List.of(line("0d", pupils.get(0), "A"), line("0e", pupils.get(1), "C")));
        assertThat(second.values()).containsExactly("ACCEPTED OK", "ALREADY_GRANTED KNOWN");

        assertThat(Files.readAllLines(own.resolve("tariffs.csv")))
                .containsExactlyInAnyOrder(
                        "pupil;class;from;until",
                        pupils.get(0) + ";A;2025-09-01;2026-08-31",
                        pupils.get(1) + ";C;2025-09-01;2026-08-31");
        assertThat(validated("education", own.resolve("inbox/EDU.TARIEF.2025.00001.csv"))
                        .findings())
                .isEmpty();
        assertThat(validated("education", own.resolve("inbox/EDU.TARIEF.2025.00002.xml"))
                        .findings())
                .isEmpty();
    }

    @Test
    void deliversTheSocialTariffToChildcare() throws Exception {
        List<String[]> people =
                Files.readAllLines(city.sandbox().folder().resolve("heusden-zolder/population.csv")).stream()
                        .skip(1)
                        .map(row -> row.split(";"))
                        .toList();
        String child = person(people, "20\\d\\d-.*");
        String adult = person(people, "19[0-8].*");
        String ofGhent = Files.readAllLines(city.population()).get(1).substring(0, 11);

        Map<String, String> told = deliver(
                "childcare",
                1,
                Format.CSV,
                List.of(line("0a", child, "SOCIAL"), line("0b", adult, "SOCIAL"), line("0c", ofGhent, "SOCIAL")));

        assertThat(told.values()).containsExactly("ACCEPTED OK", "REFUSED UNKNOWN_CHILD", "REFUSED UNKNOWN_CHILD");
        Path own = city.sandbox().folder().resolve("childcare");
        assertThat(Files.readString(own.resolve("tariffs.csv")))
                .isEqualTo("child;tariff;from;until\n" + child + ";SOCIAL;2025-09-01;2026-08-31\n");
        Path inbox = own.resolve("inbox/KIND.SOCTAR.2025.00001.csv");
        assertThat(validated("childcare", inbox).findings()).isEmpty();
        Path torn = Files.writeString(
                folder.resolve("torn.csv"), Files.readString(inbox).replaceFirst(";J;", ";N;"));
        assertThat(validated("childcare", torn).findings())
                .extracting(Finding::code)
                .containsExactly("delivery.columns-code");
    }

    private static String person(List<String[]> people, String born) {
        return people.stream()
                .filter(row -> row[4].matches(born)
                        && Insz.fault(row[0], Realm.SANDBOX).isEmpty())
                .map(row -> row[0])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void checksTheColumnMapsThatShip() throws Exception {
        assertThat(Recipients.in(Path.of("mappings")).reports())
                .hasSize(4)
                .allMatch(Report::acceptable)
                .flatExtracting(Report::findings)
                .extracting(Finding::code)
                .containsExactly("check.assumed", "check.assumed", "check.assumed");

        Path mappings = Homes.copy(folder.resolve("home")).resolve("mappings");
        Files.writeString(mappings.resolve("recipients/education/columns.yaml"), "columns: []");
        assertThat(Recipients.in(mappings).reports())
                .extracting(Report::acceptable)
                .containsExactly(true, false, true, true);
    }

    @Test
    void validatesReceiptsByTheirOwnContract() throws Exception {
        Path receipt = Files.writeString(
                folder.resolve("receipt.xml"),
                "<technicalReceipt xmlns=\"urn:zeef:education:receipt:1\" delivery=\"EDU.TARIEF.2025.00001\""
                        + " received=\"2025-09-01T10:00:00Z\" result=\"ACCEPTED\" code=\"OK\" lines=\"1\"/>");

        assertThat(validated("education-receipt", receipt).acceptable()).isTrue();
        assertThat(validated("ivago-receipt", receipt).acceptable()).isFalse();
    }
}
