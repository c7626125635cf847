package be.zeef.sandbox.ivago;

import static be.zeef.sandbox.delivery.TestPartner.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.delivery.DeliveryMisbehaviour;
import be.zeef.sandbox.delivery.FarEnd;
import be.zeef.sandbox.delivery.TestPartner;
import be.zeef.security.Keys;
import be.zeef.security.SignatureRefusedException;
import be.zeef.testing.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IvagoTest {

    private static final String NAME = "IVAGO.SOCTEG.2026.00001";
    private static final Set<String> ACCOUNTS = Set.of("household-1", "household-2");
    private static final String ONE = "line id=\"" + id(1) + "\" result=";
    private static final String TWO = "line id=\"" + id(2) + "\" result=";

    @TempDir
    static Path keyFolder;

    private static Keys gateway;
    private static SandboxKeys keys;

    @TempDir
    Path folder;

    private TestPartner city;

    @BeforeAll
    static void makeKeys() {
        gateway = Keys.in(keyFolder.resolve("gateway"));
        keys = SandboxKeys.in(keyFolder.resolve("sandbox"), gateway);
    }

    @BeforeEach
    void start() throws IOException {
        city = partner();
    }

    @AfterEach
    void stop() throws IOException {
        city.close();
    }

    private TestPartner partner() throws IOException {
        return new TestPartner(folder, gateway, keys, "ivago", new Ivago(folder, ACCOUNTS::contains));
    }

    private static String csv(String... lines) {
        return "H;1;gent-huisvuilzakken;2026;1;2026-07-16;gent.be\n" + String.join("", lines)
                + (lines.length == 0 ? "T;0\n" : "T;" + lines.length + ";C1=" + lines.length + "\n");
    }

    private static String line(int number, String household) {
        return "L;" + id(number) + ";" + household + ";C1;2026\n";
    }

    private String credits() throws IOException {
        Path file = folder.resolve("credits.csv");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Test
    void shouldCreditAndAnswer_whenCsvIsWhole() throws Exception {
        String content = csv(line(1, "household-1"), line(2, "household-2"));

        city.deliver("csv", content);

        assertThat(city.receipt("ack"))
                .contains("delivery=\"" + NAME + "\"", "result=\"ACCEPTED\" code=\"OK\" lines=\"2\"");
        assertThat(city.receipt("result")).contains(ONE + "\"ACCEPTED\"", TWO + "\"ACCEPTED\"");
        assertThat(credits()).isEqualTo(id(1) + ";household-1;C1;2026\n" + id(2) + ";household-2;C1;2026\n");
        assertThat(folder.resolve("inbox/" + NAME + ".csv")).hasContent(content);
    }

    @Test
    void shouldCreditAndAnswer_whenXmlIsWhole() throws Exception {
        city.deliver("xml", xml("1"));

        assertThat(city.receipt("ack")).contains("code=\"OK\" lines=\"1\"");
        assertThat(city.receipt("result")).contains(ONE + "\"ACCEPTED\"");
        assertThat(credits()).isEqualTo(id(1) + ";household-1;C1;2026\n");
    }

    @Test
    void shouldRefuseTotals_whenXmlCountsACategoryWrong() throws Exception {
        city.deliver("xml", xml("2"));

        assertThat(city.receipt("ack")).contains("result=\"REFUSED\" code=\"TOTALS\"");
    }

    private static String xml(String ofCategory) {
        return "<grants xmlns=\"urn:zeef:ivago:grants:1\" version=\"1\" agreement=\"a\" year=\"2026\" sequence=\"1\""
                + " on=\"2026-07-16\" sender=\"gent.be\"><line id=\"" + id(1)
                + "\" household=\"household-1\" category=\"C1\" year=\"2026\"/><totals lines=\"1\">"
                + "<category code=\"C1\" lines=\"" + ofCategory + "\"/></totals></grants>";
    }

    @Test
    void shouldCreditNobodyTwice_whenGoIsPutAgain() throws Exception {
        city.deliver("csv", csv(line(1, "household-1")));
        city.receipt("ack");
        city.receipt("result");
        String credited = credits();

        city.put(NAME + ".go", new byte[0]);

        assertThat(city.receipt("ack")).contains("ACCEPTED");
        assertThat(city.receipt("result")).contains(ONE + "\"ALREADY_GRANTED\" code=\"KNOWN\"");
        assertThat(credits()).isEqualTo(credited);
    }

    @Test
    void shouldCreditOnce_whenALineStandsTwice() throws Exception {
        city.deliver("csv", csv(line(1, "household-1"), line(1, "household-1")));

        assertThat(city.receipt("result")).contains(ONE + "\"ACCEPTED\"", ONE + "\"ALREADY_GRANTED\"");
        assertThat(credits()).isEqualTo(id(1) + ";household-1;C1;2026\n");
    }

    @Test
    void shouldForgetHalfARowOnly_whenKilledWhileCrediting() throws Exception {
        city.close();
        Files.writeString(folder.resolve("credits.csv"), id(1) + ";household-1;C1;2026\n" + id(2) + ";house");
        city = partner();

        city.deliver("csv", csv(line(1, "household-1"), line(2, "household-2")));
        assertThat(city.receipt("result")).contains(ONE + "\"ALREADY_GRANTED\"", TWO + "\"ACCEPTED\"");

        city.close();
        city = partner();
        // the .go still lies there, so it answers at start
        assertThat(city.receipt("result")).contains(ONE + "\"ALREADY_GRANTED\"", TWO + "\"ALREADY_GRANTED\"");
        assertThat(credits()).hasLineCount(2);
    }

    @Test
    void shouldRefuseTheLine_whenHouseholdIsUnknown() throws Exception {
        city.deliver("csv", csv(line(1, "stranger"), line(2, "household-2")));

        assertThat(city.receipt("result"))
                .contains(ONE + "\"REFUSED\" code=\"UNKNOWN_HOUSEHOLD\"", TWO + "\"ACCEPTED\"");
        assertThat(credits()).isEqualTo(id(2) + ";household-2;C1;2026\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L;%s;household-1;C1;2026\nT;1;C1=2\n",
                "L;%s;household-1;C1;2026\nT;2;C1=1\n",
                "L;%s;household-1;C1;2026\nT;1;C2=1\n"
            })
    void shouldRefuseTotals_whenTheyDoNotFit(String rest) throws Exception {
        city.deliver("csv", csv().replace("T;0\n", rest.formatted(id(1))));

        assertThat(city.receipt("ack")).contains("result=\"REFUSED\" code=\"TOTALS\"");
        assertThat(credits()).isEmpty();
        assertThat(folder.resolve("inbox")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H;1;a;2026;1;2026-07-16;gent.be", "X\nT;0\n", "not an id"})
    void shouldRefuseFormat_whenContentIsNoDelivery(String content) throws Exception {
        city.deliver("csv", content.equals("not an id") ? csv("L;1;household-1;C1;2026\n") : content + " ");

        assertThat(city.receipt("ack")).contains("result=\"REFUSED\" code=\"FORMAT\"");
    }

    @Test
    void shouldRefuseSignature_whenAnotherSigned() throws Exception {
        city.deliver("csv", csv(line(1, "household-1")), gateway.identity(Keys.MAGDA), keys.certificate("ivago"));

        assertThat(city.receipt("ack")).contains("code=\"SIGNATURE\"");
        assertThat(credits()).isEmpty();
    }

    @Test
    void shouldRefuseDecryption_whenEncryptedToAnother() throws Exception {
        city.deliver(
                "csv", csv(line(1, "household-1")), gateway.identity(Keys.DELIVERY), keys.certificate("magda-server"));

        assertThat(city.receipt("ack")).contains("code=\"DECRYPTION\"");
    }

    @Test
    void shouldRefuseManifestAndGoOn_whenFilesAreMissingOrChanged() throws Exception {
        city.put(NAME + ".go", new byte[0]);
        assertThat(city.receipt("ack")).contains("code=\"MANIFEST\"");

        city.deliver("csv", csv(line(1, "household-1")));
        assertThat(city.receipt("ack")).contains("code=\"OK\"");

        city.put(NAME + ".csv.p7m", "changed".getBytes(StandardCharsets.UTF_8));
        city.put(NAME + ".go", new byte[0]);
        assertThat(city.receipt("ack")).contains("code=\"MANIFEST\"");
    }

    @Test
    void shouldOpenNoSession_whenKeyIsNotTheGateways() {
        assertThatThrownBy(() -> city.session(gateway.identity(Keys.DELIVERY)))
                .hasMessageContaining("No more authentication methods available");
    }

    @Test
    void shouldFailTheWriteOnce_whenDiskIsFull() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.DISK_FULL, 1);

        assertThatThrownBy(() -> city.put("a", new byte[] {1}))
                .isInstanceOfSatisfying(
                        SftpException.class, e -> assertThat(e.getStatus()).isEqualTo(SftpConstants.SSH_FX_FAILURE));
        city.put("a", new byte[] {1});

        assertThat(folder.resolve("sftp/in/a")).hasBinaryContent(new byte[] {1});
    }

    @Test
    void shouldRefuseFirstLine_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.REFUSE_LINE, 1);

        city.deliver("csv", csv(line(1, "household-1"), line(2, "household-2")));

        assertThat(city.receipt("result")).contains(ONE + "\"REFUSED\"", TWO + "\"ACCEPTED\"");
    }

    @Test
    void shouldRefuseFile_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.REFUSE_FILE, 1);

        city.deliver("csv", csv(line(1, "household-1")));

        assertThat(city.receipt("ack")).contains("result=\"REFUSED\" code=\"FORMAT\"");
    }

    @Test
    void shouldKeepSilent_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.NO_ACK, 1);
        city.farEnd.misbehave(DeliveryMisbehaviour.NO_RESULT, 1);

        city.deliver("csv", csv(line(1, "household-1")));
        Await.until("credited in silence", () -> !credits().isEmpty());

        assertThat(folder.resolve("sftp/out")).isEmptyDirectory();
    }

    @Test
    void shouldSignWithAnotherKey_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.WRONG_SIGNER, 1);

        city.deliver("csv", csv(line(1, "household-1")));

        assertThatThrownBy(() -> city.receipt("ack")).isInstanceOf(SignatureRefusedException.class);
    }

    @Test
    void shouldLeaveReceiptUnsigned_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.UNSIGNED_RECEIPT, 1);

        city.deliver("csv", csv(line(1, "household-1")));

        assertThat(new String(city.bytes("ack"), StandardCharsets.UTF_8)).startsWith("<technicalReceipt");
    }

    @Test
    void shouldNameAnotherDelivery_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.RECEIPT_FOR_ANOTHER, 1);

        city.deliver("csv", csv(line(1, "household-1")));

        assertThat(city.receipt("result")).doesNotContain(NAME).contains("delivery=\"IVAGO.");
    }

    @Test
    void shouldAnswerLate_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.LATE, 1);
        long start = System.nanoTime();

        city.deliver("csv", csv(line(1, "household-1")));

        assertThat(city.receipt("result")).contains("ACCEPTED");
        assertThat(System.nanoTime() - start).isGreaterThan(FarEnd.LATE.toNanos());
    }
}
