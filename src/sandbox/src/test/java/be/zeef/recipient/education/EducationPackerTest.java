package be.zeef.recipient.education;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.zeef.columns.ColumnMap;
import be.zeef.columns.ColumnWriter;
import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryHead.Format;
import be.zeef.packing.DeliveryLine;
import be.zeef.packing.Packer.Packed;
import be.zeef.packing.Totals;
import be.zeef.recipient.DeliveryReceipt;
import be.zeef.recipient.Openssl;
import be.zeef.recipient.SignedReceipts;
import be.zeef.security.Cms;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.XmlContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EducationPackerTest extends PackedTariffs {

    private final List<String> created = new ArrayList<>();

    private Packed pack(Format format, List<DeliveryLine> lines) throws Exception {
        DeliveryHead head = new DeliveryHead(
                packer.series(), "gent-onderwijs", 2025, 3, LocalDate.of(2026, 1, 15), "gent.be", format);
        return packer.pack(head, lines::forEach, name -> {
            created.add(name);
            return Files.newOutputStream(folder.resolve(name));
        });
    }

    @Test
    void writesRowsByTheColumnMapAndTheHeadBesideThem() throws Exception {
        assumeTrue(Openssl.installed(), "skipped: openssl is not on this machine");
        Packed packed = pack(Format.CSV, LINES);

        String name = "EDU.TARIEF.2025.00003";
        assertThat(packed.delivery()).isEqualTo(name);
        assertThat(packed.linesPerValue()).isEqualTo(Map.of("A", 1L, "B", 2L));
        assertThat(packed.files())
                .containsExactly(
                        name + ".csv.p7m",
                        name + ".p7s",
                        name + ".head.p7m",
                        name + ".head.p7s",
                        name + ".sha256",
                        name + ".go");
        assertThat(openssl.open(name + ".csv.p7m", name + ".p7s"))
                .hasContent("Leerlingnummer;Dossiernummer kinderopvang;Tariefcode;Geldig van;Geldig tot;Herkomst\r\n"
                        + "L0000001;;T2;01/09/2025;31/08/2026;automatische toekenning\r\n"
                        + "L0000002;;T1;01/11/2025;31/08/2026;automatische toekenning\r\n"
                        + "L0000003;;T2;15/01/2026;31/08/2026;automatische toekenning\r\n");
        String file =
                Files.readAllLines(folder.resolve(name + ".sha256")).get(0).replace("  ", ";");
        assertThat(openssl.open(name + ".head.p7m", name + ".head.p7s"))
                .hasContent("H;1;gent-onderwijs;2025;3;2026-01-15;gent.be\nF;" + file + "\nL;" + "0a".repeat(32)
                        + "\nL;" + "0b".repeat(32) + "\nL;" + "ff".repeat(32) + "\nT;3;A=1;B=2\n");
        assertThat(file).endsWith(";" + name + ".csv.p7m");
    }

    @Test
    void writesWhatTheReadmeShows() throws Exception {
        String[] blocks = Files.readString(MAPPINGS.resolve("recipients/education/README.md"))
                .split("```");
        ColumnMap example = ColumnMap.load(
                Files.writeString(folder.resolve("example.yaml"), blocks[3].replaceFirst("yaml", "")),
                EDUCATION.rules());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ColumnWriter writer = new ColumnWriter(example, out);
        writer.start(new DeliveryHead("X", "a", 2025, 1, LocalDate.EPOCH, "gent.be", Format.CSV));
        writer.line(line("0a", "L1000003", "A", "2025-09-01", "2026-08-31"));
        writer.end(new Totals(1, new TreeMap<>()));

        assertThat(out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n")).isEqualTo(blocks[5].stripLeading());
    }

    @Test
    void writesXmlThatItsSchemaAccepts() throws Exception {
        assumeTrue(Openssl.installed(), "skipped: openssl is not on this machine");
        Packed packed = pack(Format.XML, LINES);

        assertThat(packed.files()).hasSize(4);
        Path plain = openssl.open(packed.files().get(0), packed.files().get(1));
        assertThat(XmlContract.of(List.of(MAPPINGS.resolve("recipients/education/tariffs.xsd")))
                        .check(plain)
                        .acceptable())
                .isTrue();
        assertThat(Files.readString(plain))
                .contains(
                        "schoolYear=\"2025-2026\" sequence=\"3\"",
                        "pupil=\"L0000002\" class=\"A\" from=\"2025-11-01\" until=\"2026-08-31\"",
                        "<totals lines=\"3\"><class code=\"A\" lines=\"1\"/><class code=\"B\" lines=\"2\"/>");
    }

    @ParameterizedTest
    @CsvSource({
        "zz,       L1,      A, 2025-09-01, 2026-08-31, delivery.line-id",
        "0a,       '',      A, 2025-09-01, 2026-08-31, delivery.key",
        "0a,       'L1;L2', A, 2025-09-01, 2026-08-31, delivery.key",
        "0a,       'L1 ',   A, 2025-09-01, 2026-08-31, delivery.key",
        "0a,       =1+1,    A, 2025-09-01, 2026-08-31, delivery.formula",
        "0a,       +1,      A, 2025-09-01, 2026-08-31, delivery.formula",
        "0a,       -1,      A, 2025-09-01, 2026-08-31, delivery.formula",
        "0a,       @SUM,    A, 2025-09-01, 2026-08-31, delivery.formula",
        "0a,       L1,      D, 2025-09-01, 2026-08-31, delivery.value",
        "0a,       L1,      a, 2025-09-01, 2026-08-31, delivery.value",
        "0a,       L1,      A, 2026-01-01, 2025-12-31, delivery.period",
        "0a,       L1,      A, 2025-08-31, 2026-08-31, delivery.outside",
        "0a,       L1,      A, 2025-09-01, 2026-09-01, delivery.outside"
    })
    void refusesALineAgainstItsRulesAndKeepsNothing(
            String id, String pupil, String tariff, String from, String until, String code) {
        for (Format format : Format.values()) {
            InvalidMessageException refused = catchThrowableOfType(
                    InvalidMessageException.class, () -> pack(format, List.of(line(id, pupil, tariff, from, until))));

            assertThat(refused.report().findings()).extracting(Finding::code).containsExactly(code);
            assertThat(created).isEmpty();
        }
    }

    @Test
    void refusesALineTwiceAndAPupilTwice() {
        DeliveryLine first = LINES.get(0);
        DeliveryLine again = line("0c", first.key(), "A", "2025-09-01", "2026-08-31");

        assertThat(catchThrowableOfType(InvalidMessageException.class, () -> pack(Format.CSV, List.of(first, again)))
                        .report()
                        .findings())
                .extracting(Finding::code, finding -> finding.location().line())
                .containsExactly(tuple("delivery.key-twice", 2));
        assertThat(catchThrowableOfType(
                                InvalidMessageException.class,
                                () -> pack(Format.CSV, List.of(LINES.get(1), LINES.get(0))))
                        .report()
                        .findings())
                .extracting(Finding::code)
                .containsExactly("delivery.line-order");
    }

    @Test
    void readsAReceiptOfEducationOnly() throws Exception {
        List<String> told = new ArrayList<>();

        assertThat(read(receipt("education", "EDU.TARIEF.2025.00003", "education"), told))
                .isEqualTo(new DeliveryReceipt.Functional("EDU.TARIEF.2025.00003", 1));
        assertThat(told).containsExactly("0a".repeat(32) + " REFUSED UNKNOWN_PUPIL");
        assertThat(code(receipt("education", "EDU.TARIEF.2025.00003", "ivago")))
                .isEqualTo("delivery.receipt-signature");
        assertThat(code(receipt("education", "IVAGO.SOCTEG.2025.00003", "education")))
                .isEqualTo("xml.schema");
        assertThat(code(receipt("ivago", "EDU.TARIEF.2025.00003", "education"))).isEqualTo("xml.schema");
    }

    private static byte[] receipt(String namespace, String delivery, String by) throws Exception {
        String xml = "<functionalReceipt xmlns=\"urn:zeef:" + namespace + ":receipt:1\" delivery=\"" + delivery
                + "\"><line id=\"" + "0a".repeat(32)
                + "\" result=\"REFUSED\" code=\"UNKNOWN_PUPIL\"/></functionalReceipt>";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream signer = Cms.signing(far.entry(by), out, true)) {
            signer.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static DeliveryReceipt read(byte[] message, List<String> told) throws Exception {
        return new SignedReceipts(MAPPINGS, keys, "education", Clock.systemUTC())
                .read(
                        "a.result.p7m",
                        new ByteArrayInputStream(message),
                        (id, result, code) -> told.add(id + " " + result + " " + code));
    }

    private static String code(byte[] message) {
        return catchThrowableOfType(InvalidMessageException.class, () -> read(message, new ArrayList<>()))
                .report()
                .findings()
                .get(0)
                .code();
    }
}
