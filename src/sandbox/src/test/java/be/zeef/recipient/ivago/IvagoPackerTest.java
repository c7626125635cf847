package be.zeef.recipient.ivago;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryHead.Format;
import be.zeef.packing.DeliveryLine;
import be.zeef.packing.Packer.Packed;
import be.zeef.packing.SealedPacker;
import be.zeef.recipient.DeliveryReceipt;
import be.zeef.recipient.Openssl;
import be.zeef.recipient.RecipientFile;
import be.zeef.recipient.SignedReceipts;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Cms;
import be.zeef.security.Keys;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Report;
import be.zeef.validation.XmlContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IvagoPackerTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final List<DeliveryLine> LINES = List.of(line("0a", "C1"), line("0b", "C4"), line("ff", "C1"));

    @TempDir
    static Path folder;

    private static Keys keys;
    private static SandboxKeys far;

    @BeforeAll
    static void makeKeys() {
        ReadyKeys.copy(folder.resolve("keys"), folder.resolve("far"));
        keys = Keys.in(folder.resolve("keys"));
        far = SandboxKeys.in(folder.resolve("far"), keys);
    }

    private static DeliveryLine line(String id, String category) {
        return LineChecks.line(id.repeat(32), "62691699717", category, 2026, Map.of());
    }

    private static Packed pack(Format format, List<DeliveryLine> lines, String... columns) throws Exception {
        DeliveryHead head = new DeliveryHead(
                        "IVAGO.SOCTEG", "gent", 2026, 7, LocalDate.of(2026, 7, 16), "gent.be", format)
                .with(List.of(columns));
        return new SealedPacker(
                        keys,
                        "ivago",
                        new GrantForms(RecipientFile.read(MAPPINGS.resolve("recipients/ivago"), Set.of("grants"))))
                .pack(head, lines::forEach, name -> Files.newOutputStream(folder.resolve(name)));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void shouldBeOpenedByOpenssl_whenPacked(Format format) throws Exception {
        assumeTrue(Openssl.installed(), "skipped: openssl is not on this machine");
        Packed packed = pack(format, LINES);
        Path content = opened(packed);

        String plain = Files.readString(content);
        if (format == Format.CSV) {
            assertThat(plain)
                    .isEqualTo("H;1;gent;2026;7;2026-07-16;gent.be\n"
                            + LINES.stream()
                                    .map(line -> "L;" + line.id() + ";" + line.key() + ";" + line.value() + ";2026\n")
                                    .reduce("", String::concat)
                            + "T;3;C1=2;C4=1\n");
        } else {
            assertThat(XmlContract.of(List.of(MAPPINGS.resolve("recipients/ivago/grants.xsd")))
                            .check(content)
                            .acceptable())
                    .isTrue();
        }
    }

    private static Path opened(Packed packed) throws Exception {
        return new Openssl(
                        folder, (X509Certificate) keys.identity(Keys.DELIVERY).getCertificate(), far.entry("ivago"))
                .open(packed.files().get(0), packed.files().get(1));
    }

    /** Both shapes of a delivery are held against one contract: {@code zeef validate FILE --as ivago}. */
    private static Report validated(Path content, Format format) throws Exception {
        return format == Format.XML
                ? XmlContract.of(List.of(MAPPINGS.resolve("recipients/ivago/grants.xsd")))
                        .check(content)
                : new GrantForms(RecipientFile.read(MAPPINGS.resolve("recipients/ivago"), Set.of("grants")))
                        .check(content);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void shouldCarryWayAndZoneAsColumnsOfTheirOwn_whenTheyAreSaid(Format format) throws Exception {
        assumeTrue(Openssl.installed(), "skipped: openssl is not on this machine");
        DeliveryLine said =
                LineChecks.line("0a".repeat(32), "62691699717", "C1", 2026, Map.of("wijze", "VOUCHER", "zone", "N3"));

        Path content = opened(pack(format, List.of(said, line("0b", "C4")), "wijze", "zone"));

        assertThat(Files.readString(content))
                .contains(
                        format == Format.CSV
                                ? "gent.be\nC;wijze;zone\nL;" + "0a".repeat(32)
                                        + ";62691699717;C1;2026;VOUCHER;N3\nL;" + "0b".repeat(32)
                                        + ";62691699717;C4;2026;;\nT;2;C1=1;C4=1\n"
                                : "category=\"C1\" year=\"2026\" wijze=\"VOUCHER\" zone=\"N3\"/>");
        assertThat(validated(content, format).findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void shouldSendNothingOfWhatIvagoDoesNotTake(Format format) {
        DeliveryLine other = LineChecks.line("0a".repeat(32), "62691699717", "C1", 2026, Map.of("wijze", "PARCEL"));

        InvalidMessageException refused =
                catchThrowableOfType(InvalidMessageException.class, () -> pack(format, List.of(other), "wijze"));

        assertThat(refused.report().findings()).extracting(Finding::code).containsExactly("ivago.column");
        assertThat(refused.getMessage()).doesNotContain("PARCEL");
    }

    @ParameterizedTest
    @CsvSource({
        "C;wijze,          L;%s;62691699717;C1;2026;VOUCHER,    ''",
        "C;zone;wijze,     L;%s;62691699717;C1;2026;N3;CREDIT,  ''",
        "C;naam,           L;%s;62691699717;C1;2026;Peeters,    ivago.columns",
        "C;zone;zone,      L;%s;62691699717;C1;2026;N3;N4,      ivago.columns",
        "C;wijze;zone,     L;%s;62691699717;C1;2026;VOUCHER,    ivago.fields",
        "C;wijze,          L;%s;62691699717;C1;2026;krediet,    ivago.column",
    })
    void shouldHoldColumnsAgainstWhatIvagoTakes(String columns, String line, String code) throws Exception {
        Path file = folder.resolve("columns.csv");
        Files.writeString(
                file,
                "H;1;gent;2026;7;2026-07-16;gent.be\n" + columns + "\n" + line.formatted("0a".repeat(32))
                        + "\nT;1;C1=1\n");

        List<String> codes = validated(file, Format.CSV).findings().stream()
                .map(Finding::code)
                .filter(each -> !each.equals("ivago.totals"))
                .toList();
        if (code.isEmpty()) {
            assertThat(codes).isEmpty();
        } else {
            assertThat(codes).contains(code);
        }
    }

    @Test
    void shouldRefuseAndNameTheField_whenALineIsDoubledOrOutsideTheList() {
        InvalidMessageException doubled = catchThrowableOfType(
                InvalidMessageException.class, () -> pack(Format.CSV, List.of(LINES.get(0), LINES.get(0))));
        InvalidMessageException unknown =
                catchThrowableOfType(InvalidMessageException.class, () -> pack(Format.XML, List.of(line("0c", "C9"))));

        assertThat(doubled.report().findings()).extracting(Finding::code).containsExactly("ivago.line-order");
        assertThat(unknown.report().findings()).extracting(Finding::code).containsExactly("ivago.category");
    }

    @Test
    void shouldReadAReceipt_onlyWhenExactlyIvagoSignedIt() throws Exception {
        String xml =
                "<functionalReceipt xmlns=\"urn:zeef:ivago:receipt:1\" delivery=\"IVAGO.SOCTEG.2026.00007\"><line id=\""
                        + "0a".repeat(32) + "\" result=\"ACCEPTED\" code=\"OK\"/></functionalReceipt>";
        byte[] good = signed(xml, "ivago");
        byte[] altered = good.clone();
        altered[new String(good, StandardCharsets.ISO_8859_1).indexOf("0a0a")] = '1';

        assertThat(read(good)).isEqualTo(new DeliveryReceipt.Functional("IVAGO.SOCTEG.2026.00007", 1));
        assertThatThrownBy(() -> read(signed(xml, "magda-server"))).isInstanceOf(InvalidMessageException.class);
        assertThatThrownBy(() -> read(altered)).isInstanceOf(InvalidMessageException.class);
        assertThatThrownBy(() -> read(xml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidMessageException.class);
        assertThatThrownBy(() -> read(signed("<!DOCTYPE x [<!ENTITY a 'b'>]>" + xml, "ivago")))
                .isInstanceOf(InvalidMessageException.class);
        assertThatThrownBy(() -> read(signed("<other/>", "ivago"))).isInstanceOf(InvalidMessageException.class);
    }

    private static DeliveryReceipt read(byte[] message) throws Exception {
        return new SignedReceipts(MAPPINGS, keys, "ivago", Clock.systemUTC())
                .read("a.result.p7m", new ByteArrayInputStream(message), (id, result, code) -> {});
    }

    private static byte[] signed(String xml, String by) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream signer = Cms.signing(far.entry(by), out, true)) {
            signer.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
