package be.zeef.sandbox.education;

import static be.zeef.sandbox.delivery.TestPartner.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.delivery.DeliveryMisbehaviour;
import be.zeef.sandbox.delivery.TestPartner;
import be.zeef.security.Keys;
import be.zeef.security.SignatureRefusedException;
import be.zeef.testing.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EducationInvoicingTest {

    private static final Path COLUMNS = Path.of("mappings/recipients/education/columns.yaml");
    private static final String HEADER =
            "Leerlingnummer;Dossiernummer kinderopvang;Tariefcode;Geldig van;Geldig tot;Herkomst\r\n";
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
        ReadyKeys.copy(keyFolder.resolve("gateway"), keyFolder.resolve("sandbox"));
        gateway = Keys.in(keyFolder.resolve("gateway"));
        keys = SandboxKeys.in(keyFolder.resolve("sandbox"), gateway);
    }

    @BeforeEach
    void start() throws IOException {
        EducationInvoicing books = new EducationInvoicing(folder, COLUMNS, Set.of("L1", "L2")::contains, "L1"::equals);
        city = new TestPartner(folder, gateway, keys, "education", books);
    }

    @AfterEach
    void stop() throws IOException {
        city.close();
    }

    private static String row(String pupil, String code) {
        return pupil + ";;" + code + ";01/09/2025;31/08/2026;automatische toekenning\r\n";
    }

    /** The head of rows whose ids are 1, 2 and so on. */
    private static String head(int rows, String totals) {
        StringBuilder head = new StringBuilder("H;1;gent-onderwijs;2025;1;2025-09-01;gent.be\n{F}\n");
        for (int i = 1; i <= rows; i++) {
            head.append("L;").append(id(i)).append('\n');
        }
        return head.append("T;").append(totals).append('\n').toString().replace("{F}", "F;{F}");
    }

    private static String xml(String pupil, String tariff) {
        return "<tariffs xmlns=\"urn:zeef:education:tariffs:1\" version=\"1\" agreement=\"a\" schoolYear=\"2025-2026\""
                + " sequence=\"1\" on=\"2025-09-01\" sender=\"gent.be\"><line id=\"" + id(1) + "\" pupil=\"" + pupil
                + "\" class=\"" + tariff
                + "\" from=\"2025-09-01\" until=\"2026-08-31\"/><totals lines=\"1\"><class code=\""
                + tariff + "\" lines=\"1\"/></totals></tariffs>";
    }

    private String table() throws IOException {
        Path file = folder.resolve("tariffs.csv");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** L1 is one child's pupil number and another's file number. */
    @Test
    void tellsAFileNumberOfTheChildcareFromAPupilNumberOfTheSameDigits() throws Exception {
        String file = ";L1;T2;01/09/2025;31/08/2026;automatische toekenning\r\n";
        String unknown = ";L2;T2;01/09/2025;31/08/2026;automatische toekenning\r\n";
        city.deliverRows(HEADER + row("L1", "T1") + file + unknown, head(3, "3;A=1;B=2"));

        assertThat(city.receipt("result")).contains(ONE + "\"ACCEPTED\"", TWO + "\"ACCEPTED\"", "UNKNOWN_FILE");
        assertThat(Files.readAllLines(folder.resolve("tariffs.csv")))
                .contains("L1;A;2025-09-01;2026-08-31", "childcareFile/L1;B;2025-09-01;2026-08-31");
    }

    @Test
    void refusesALineWithBothKeys() throws Exception {
        String both = "L1;L1;T2;01/09/2025;31/08/2026;automatische toekenning\r\n";
        city.deliverRows(HEADER + both, head(1, "1;B=1"));

        assertThat(city.receipt("ack")).contains("code=\"FORMAT\"");
    }

    @Test
    void booksRowsAndAnswersEachByItsId() throws Exception {
        city.deliverRows(HEADER + row("L1", "T2") + row("stranger", "T1"), head(2, "2;A=1;B=1"));

        assertThat(city.receipt("ack"))
                .contains("urn:zeef:education:receipt:1", "result=\"ACCEPTED\" code=\"OK\" lines=\"2\"");
        assertThat(city.receipt("result")).contains(ONE + "\"ACCEPTED\"", TWO + "\"REFUSED\" code=\"UNKNOWN_PUPIL\"");
        assertThat(table()).isEqualTo("pupil;class;from;until\nL1;B;2025-09-01;2026-08-31\n");
    }

    @Test
    void replacesAClassByABetterOneOnly_alsoAfterARestart() throws Exception {
        city.deliver("xml", xml("L1", "B"));
        assertThat(city.receipt("result")).contains(ONE + "\"ACCEPTED\"");

        city.go();
        assertThat(city.receipt("result")).contains(ONE + "\"ALREADY_GRANTED\" code=\"KNOWN\"");
        city.deliver("xml", xml("L1", "A"));
        assertThat(city.receipt("result")).contains(ONE + "\"ACCEPTED\"");
        assertThat(table()).isEqualTo("pupil;class;from;until\nL1;A;2025-09-01;2026-08-31\n");

        stop();
        Files.delete(folder.resolve("sftp/in/EDU.TARIEF.2026.00001.go"));
        start();
        city.deliver("xml", xml("L1", "C"));
        assertThat(city.receipt("result")).contains(ONE + "\"ALREADY_GRANTED\" code=\"BETTER_CLASS\"");
        assertThat(table()).isEqualTo("pupil;class;from;until\nL1;A;2025-09-01;2026-08-31\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1;A=1         | T2 | TOTALS",
                "2;B=2         | T2 | TOTALS",
                "1;B=1;C=1     | T2 | TOTALS",
                "1;B=1         | B  | FORMAT",
                "1;B=1         | T4 | FORMAT"
            })
    void refusesTheDelivery_whenTotalsOrCodesDoNotFit(String totals, String code, String refusal) throws Exception {
        city.deliverRows(HEADER + row("L1", code), head(1, totals));

        assertThat(city.receipt("ack")).contains("result=\"REFUSED\" code=\"" + refusal + "\"");
        assertThat(table()).isEmpty();
        assertThat(folder.resolve("inbox")).isEmptyDirectory();
    }

    @Test
    void refusesTheDelivery_whenARowWasLostOrAColumnMoved() throws Exception {
        city.deliverRows(HEADER + row("L1", "T2"), head(2, "2;B=2"));
        assertThat(city.receipt("ack")).contains("code=\"TOTALS\"");

        city.deliverRows(HEADER.replace("Geldig van;Geldig tot", "Geldig tot;Geldig van"), head(0, "0"));
        assertThat(city.receipt("ack")).contains("code=\"FORMAT\"");
    }

    @Test
    void refusesTheDelivery_whenTheHeadIsAnotherFiles() throws Exception {
        String head = head(1, "1;B=1").replace("{F}", "0".repeat(64) + ";EDU.TARIEF.2026.00001.csv.p7m");
        city.deliverRows(HEADER + row("L1", "T2"), head);

        assertThat(city.receipt("ack")).contains("code=\"FORMAT\"");
    }

    @Test
    void refusesTheDelivery_whenTheHeadIsMissing() throws Exception {
        city.deliver("csv", HEADER + row("L1", "T2"));

        assertThat(city.receipt("ack")).contains("code=\"MANIFEST\"");
    }

    @Test
    void misbehavesAsTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.REFUSE_LINE, 1);
        city.deliver("xml", xml("L1", "B"));
        assertThat(city.receipt("result")).contains(ONE + "\"REFUSED\"");
        city.receipt("ack");

        city.farEnd.misbehave(DeliveryMisbehaviour.REFUSE_FILE, 1);
        city.go();
        assertThat(city.receipt("ack")).contains("result=\"REFUSED\" code=\"FORMAT\"");

        city.farEnd.misbehave(DeliveryMisbehaviour.UNSIGNED_RECEIPT, 1);
        city.go();
        assertThat(new String(city.bytes("ack"), StandardCharsets.UTF_8)).startsWith("<technicalReceipt");
        city.bytes("result");

        city.farEnd.misbehave(DeliveryMisbehaviour.RECEIPT_FOR_ANOTHER, 1);
        city.go();
        assertThat(city.receipt("ack")).contains("delivery=\"EDU.TARIEF.1999.00001\"");
        city.receipt("result");

        city.farEnd.misbehave(DeliveryMisbehaviour.WRONG_SIGNER, 1);
        city.go();
        assertThatThrownBy(() -> city.receipt("ack")).isInstanceOf(SignatureRefusedException.class);
        city.bytes("result");

        city.farEnd.misbehave(DeliveryMisbehaviour.DISK_FULL, 1);
        assertThatThrownBy(() -> city.deliver("xml", xml("L1", "B"))).isInstanceOf(SftpException.class);
    }

    @Test
    void keepsSilentButBooks_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.NO_ACK, 1);
        city.farEnd.misbehave(DeliveryMisbehaviour.NO_RESULT, 1);

        city.deliver("xml", xml("L2", "C"));
        Await.until("booked in silence", () -> table().contains("L2;C;"));

        assertThat(folder.resolve("sftp/out")).isEmptyDirectory();
    }
}
