package be.zeef.conformance;

import be.zeef.recipient.payment.PainComposer;
import be.zeef.transfer.Transfer;
import be.zeef.transfer.TransferBatch;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

/** What our own, narrower schema accepts, the ISO schema of pain.001.001.09 accepts too. */
class PaymentFilesTest {

    private static final Path ISO = OfficialSchemas.CONTRACTS.resolve("sepa/pain.001.001.09.xsd");

    @Test
    void everyKindOfFileIsValidAgainstTheIsoSchema() throws Exception {
        OfficialSchemas.present();
        Schema iso =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(ISO.toFile());
        PainComposer composer = new PainComposer(Path.of("mappings"));
        Transfer free = new Transfer("GP1", 1, "Zoë D’Hondt", "BE41068941625810", "Geboortepremie", Optional.empty());
        Transfer structured =
                new Transfer("GP2", 99_999_999_999L, "x".repeat(200), "BE41068941625810", "y", Optional.of(97L));
        for (String bic : List.of("", "GKCCBEBB", "GKCCBEBBXXX")) {
            byte[] file = composer.compose(
                    new TransferBatch(
                            "GP202606-01-ABCDEF",
                            LocalDateTime.parse("2026-07-01T08:00:00"),
                            LocalDate.parse("2026-07-06"),
                            new TransferBatch.Debtor("Gemeente Wingene", "0000000097", "BE68539007547034", bic),
                            List.of(free, structured)),
                    "pain.001.001.09");
            Expected.valid(file, iso);
        }
    }
}
