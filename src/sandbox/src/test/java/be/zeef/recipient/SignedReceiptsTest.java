package be.zeef.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Cms;
import be.zeef.security.Keys;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No line of a receipt is told before its signature vouches for all of it. */
class SignedReceiptsTest {

    private static final String XML = "<functionalReceipt xmlns=\"urn:zeef:ivago:receipt:1\""
            + " delivery=\"IVAGO.SOCTEG.2026.00007\"><line id=\"" + "0a".repeat(32)
            + "\" result=\"ACCEPTED\" code=\"OK\"/></functionalReceipt>";

    @TempDir
    static Path folder;

    private static Keys keys;
    private static SandboxKeys far;

    private final AtomicInteger told = new AtomicInteger();

    @BeforeAll
    static void keys() {
        ReadyKeys.copy(folder.resolve("keys"), folder.resolve("far"));
        keys = Keys.in(folder.resolve("keys"));
        far = SandboxKeys.in(folder.resolve("far"), keys);
    }

    private static byte[] signed(String by) throws Exception {
        return signed(by, XML);
    }

    private static byte[] signed(String by, String xml) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream signer = Cms.signing(far.entry(by), out, true)) {
            signer.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private DeliveryReceipt read(byte[] message, Clock clock) throws Exception {
        return new SignedReceipts(Path.of("mappings"), keys, "ivago", clock)
                .read("a.result.p7m", new ByteArrayInputStream(message), (id, result, code) -> told.incrementAndGet());
    }

    private void refused(byte[] message, Clock clock, String code) {
        assertThatThrownBy(() -> read(message, clock))
                .isInstanceOfSatisfying(
                        InvalidMessageException.class,
                        e -> assertThat(e.report().findings()).singleElement().satisfies(finding -> {
                            assertThat(finding.code()).isEqualTo(code);
                            texts(finding);
                        }));
        assertThat(told).hasValue(0);
    }

    private static void texts(Finding finding) {
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl")}) {
            assertThat(finding.text(language)).contains("ivago").doesNotContain("0a0a", "{0}", "''");
        }
    }

    @Test
    void tellsItsLines_whenWellSigned() throws Exception {
        read(signed("ivago"), Clock.systemUTC());

        assertThat(told).hasValue(1);
    }

    /** A number of a partner's choice ends no run, and stands in no exception that a log would keep. */
    @Test
    void tellsNothing_whenItCountsMoreLinesThanThereCanBe() throws Exception {
        String xml =
                "<technicalReceipt xmlns=\"urn:zeef:ivago:receipt:1\" delivery=\"IVAGO.SOCTEG.2026.00007\" received=\"2026-07-16T10:00:00Z\""
                        + " lines=\"%s\" result=\"ACCEPTED\" code=\"OK\"/>";
        read(signed("ivago", xml.formatted("303")), Clock.systemUTC());

        byte[] absurd = signed("ivago", xml.formatted("78".repeat(11)));
        assertThatThrownBy(() -> read(absurd, Clock.systemUTC()))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageNotContaining("7878");
    }

    @Test
    void tellsNothing_whenAnotherSigned() throws Exception {
        refused(signed("magda-server"), Clock.systemUTC(), "delivery.receipt-signature");
    }

    @Test
    void tellsNothing_whenTheCertificateHasEnded() throws Exception {
        refused(signed("ivago"), Clock.offset(Clock.systemUTC(), Duration.ofDays(1000)), "cms.expired");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void tellsNothing_whenBytesFollow(int more) throws Exception {
        byte[] message = signed("ivago");

        refused(Arrays.copyOf(message, message.length + more), Clock.systemUTC(), "cms.trailing");
    }
}
