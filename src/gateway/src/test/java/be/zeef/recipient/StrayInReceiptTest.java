package be.zeef.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.security.reading.Xml;
import be.zeef.validation.Findings;
import be.zeef.validation.XmlCheck;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema finds only at the end of an element has been read by then: the receipt is refused, and the run goes on. */
class StrayInReceiptTest {

    private static final String HEAD =
            "<technicalReceipt xmlns=\"urn:zeef:ivago:receipt:1\" delivery=\"IVAGO.SOCTEG.2026.00001\" "
                    + "received=\"2026-07-16T10:00:00Z\" result=\"ACCEPTED\" code=\"OK\" lines=\"1\">";

    @ParameterizedTest
    @ValueSource(strings = {"<zeef/>", "<line/>", "<technicalReceipt/>", "<functionalReceipt/>"})
    void shouldBeRefused_withinAnElementThatMustBeEmpty(String stray) throws Exception {
        Findings findings = new Findings();
        byte[] receipt = (HEAD + stray + "</technicalReceipt>").getBytes(StandardCharsets.UTF_8);

        XmlCheck.read(
                Xml.schema(Path.of("mappings/recipients/ivago/receipt.xsd")),
                findings,
                new ByteArrayInputStream(receipt),
                new ReceiptHandler((id, result, code) -> {}));

        assertThat(findings.refused()).isTrue();
    }
}
