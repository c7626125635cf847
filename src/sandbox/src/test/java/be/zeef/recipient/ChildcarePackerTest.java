package be.zeef.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.zeef.columns.ColumnMap;
import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryHead.Format;
import be.zeef.packing.DeliveryLine;
import be.zeef.packing.Packer;
import be.zeef.packing.Packer.Packed;
import be.zeef.packing.SealedPacker;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildcarePackerTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final RecipientFile CHILDCARE =
            RecipientFile.read(MAPPINGS.resolve("recipients/childcare"), Set.of("columns"));
    private static final String PSEUDONYM = "ab".repeat(32);

    @TempDir
    static Path folder;

    private static Keys keys;
    private static SandboxKeys far;
    private static Packer packer;

    @BeforeAll
    static void makeKeys() {
        ReadyKeys.copy(folder.resolve("keys"), folder.resolve("far"));
        keys = Keys.in(folder.resolve("keys"));
        far = SandboxKeys.in(folder.resolve("far"), keys);
        packer = new SealedPacker(keys, "childcare", new ColumnForms(CHILDCARE));
    }

    private static DeliveryLine line(String id, String child, String tariff, String from, String until) {
        return new DeliveryLine(id.repeat(32), child, tariff, LocalDate.parse(from), LocalDate.parse(until));
    }

    private static Packed pack(Format format, List<DeliveryLine> lines) throws Exception {
        DeliveryHead head = new DeliveryHead(
                packer.series(), "hz", 2026, 1, LocalDate.of(2026, 8, 16), "heusden-zolder.be", format);
        return packer.pack(head, lines::forEach, name -> Files.newOutputStream(folder.resolve(name)));
    }

    @Test
    void writesRowsForNumbersAndPseudonyms() throws Exception {
        assumeTrue(Openssl.installed(), "skipped: openssl is not on this machine");
        Packed packed = pack(
                Format.CSV,
                List.of(
                        line("0a", "62691699717", "SOCIAL", "2026-09-01", "2027-08-31"),
                        line("0b", PSEUDONYM, "SOCIAL", "2026-08-16", "2026-12-31")));
        Openssl openssl = new Openssl(
                folder, (X509Certificate) keys.identity(Keys.DELIVERY).getCertificate(), far.entry("childcare"));

        assertThat(packed.delivery()).isEqualTo("KIND.SOCTAR.2026.00001");
        assertThat(packed.linesPerValue()).isEqualTo(Map.of("SOCIAL", 2L));
        assertThat(openssl.open(packed.files().get(0), packed.files().get(1)))
                .hasContent("Rijksregisternummer;Sociaal tarief;Geldig van;Geldig tot\r\n"
                        + "62691699717;J;01/09/2026;31/08/2027\r\n" + PSEUDONYM + ";J;16/08/2026;31/12/2026\r\n");
        assertThat(Files.readString(
                        openssl.open(packed.files().get(2), packed.files().get(3))))
                .startsWith("H;1;hz;2026;1;2026-08-16;heusden-zolder.be\nF;")
                .endsWith("\nT;2;SOCIAL=2\n");
    }

    @Test
    void acceptsTheMapThatTheReadmeShows() throws Exception {
        String[] blocks = Files.readString(MAPPINGS.resolve("recipients/childcare/README.md"))
                .split("```");
        Path example = Files.writeString(folder.resolve("example.yaml"), blocks[1].replaceFirst("yaml", ""));

        assertThat(ColumnMap.load(example, CHILDCARE.rules()).columns()).hasSize(4);
    }

    @Test
    void takesNoXml() {
        InvalidMessageException refused =
                catchThrowableOfType(InvalidMessageException.class, () -> pack(Format.XML, List.of()));

        assertThat(refused.report().findings())
                .containsExactly(Finding.fatal("delivery.format", Location.WHOLE, "childcare", "xml"));
    }

    @ParameterizedTest
    @CsvSource({
        "6269169971,  SOCIAL, 2026-09-01, 2027-08-31, delivery.key",
        "62691699717, YES,    2026-09-01, 2027-08-31, delivery.value",
        "62691699717, SOCIAL, 2026-09-01, 2026-08-31, delivery.period",
        "62691699717, SOCIAL, 2025-12-31, 2027-08-31, delivery.outside",
        "62691699717, SOCIAL, 2026-09-01, 2027-09-01, delivery.outside"
    })
    void refusesALineAgainstItsRules(String child, String tariff, String from, String until, String code) {
        InvalidMessageException refused = catchThrowableOfType(
                InvalidMessageException.class, () -> pack(Format.CSV, List.of(line("0a", child, tariff, from, until))));

        assertThat(refused.report().findings()).extracting(Finding::code).containsExactly(code);
    }
}
