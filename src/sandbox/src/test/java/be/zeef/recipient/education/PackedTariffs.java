package be.zeef.recipient.education;

import be.zeef.packing.DeliveryLine;
import be.zeef.packing.Packer;
import be.zeef.packing.SealedPacker;
import be.zeef.recipient.Openssl;
import be.zeef.recipient.RecipientFile;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tariffs of three pupils, the packer that seals them for invoicing, and invoicing's own key to open what it sealed. */
abstract class PackedTariffs {

    static final Path MAPPINGS = Path.of("mappings");
    static final RecipientFile EDUCATION =
            RecipientFile.read(MAPPINGS.resolve("recipients/education"), Set.of("tariffs"));
    static final List<DeliveryLine> LINES = List.of(
            line("0a", "L0000001", "B", "2025-09-01", "2026-08-31"),
            line("0b", "L0000002", "A", "2025-11-01", "2026-08-31"),
            line("ff", "L0000003", "B", "2026-01-15", "2026-08-31"));

    @TempDir
    static Path keyFolder;

    static Keys keys;
    static SandboxKeys far;
    static Packer packer;

    @TempDir
    Path folder;

    Openssl openssl;

    @BeforeAll
    static void makeKeys() {
        ReadyKeys.copy(keyFolder.resolve("keys"), keyFolder.resolve("far"));
        keys = Keys.in(keyFolder.resolve("keys"));
        far = SandboxKeys.in(keyFolder.resolve("far"), keys);
        packer = new SealedPacker(keys, "education", new TariffForms(EDUCATION));
    }

    @BeforeEach
    void openssl() throws Exception {
        openssl = new Openssl(
                folder, (X509Certificate) keys.identity(Keys.DELIVERY).getCertificate(), far.entry("education"));
    }

    static DeliveryLine line(String id, String pupil, String tariff, String from, String until) {
        return new DeliveryLine(id.repeat(32), pupil, tariff, LocalDate.parse(from), LocalDate.parse(until));
    }
}
