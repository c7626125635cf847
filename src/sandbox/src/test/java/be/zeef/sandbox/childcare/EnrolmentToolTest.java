package be.zeef.sandbox.childcare;

import static be.zeef.sandbox.delivery.TestPartner.id;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.delivery.DeliveryMisbehaviour;
import be.zeef.sandbox.delivery.TestPartner;
import be.zeef.security.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentToolTest {

    private static final Path COLUMNS = Path.of("mappings/recipients/childcare/columns.yaml");
    private static final String HEADER = "Rijksregisternummer;Sociaal tarief;Geldig van;Geldig tot\r\n";
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
        EnrolmentTool books = new EnrolmentTool(
                "KIND.SOCTAR", "urn:zeef:childcare:receipt:1", folder, COLUMNS, Set.of("child-1", "child-2")::contains);
        city = new TestPartner(folder, gateway, keys, "childcare", books);
    }

    @AfterEach
    void stop() throws IOException {
        city.close();
    }

    private void deliver(String rows, int count, String from) throws Exception {
        StringBuilder head = new StringBuilder("H;1;hz;2026;1;" + from + ";heusden-zolder.be\nF;{F}\n");
        for (int i = 1; i <= count; i++) {
            head.append("L;").append(id(i)).append('\n');
        }
        city.deliverRows(HEADER + rows, head + "T;" + count + ";SOCIAL=" + count + "\n");
    }

    @Test
    void grantsOncePerSchoolYear_andRefusesStrangersAndXml() throws Exception {
        deliver("child-1;J;16/08/2026;31/08/2027\r\nstranger;J;16/08/2026;31/08/2027\r\n", 2, "2026-08-16");
        assertThat(city.receipt("ack")).contains("urn:zeef:childcare:receipt:1", "code=\"OK\" lines=\"2\"");
        assertThat(city.receipt("result")).contains(ONE + "\"ACCEPTED\"", TWO + "\"REFUSED\" code=\"UNKNOWN_CHILD\"");

        deliver("child-1;J;01/09/2026;31/12/2026\r\n", 1, "2026-09-01");
        assertThat(city.receipt("result")).contains(ONE + "\"ALREADY_GRANTED\" code=\"KNOWN\"");
        deliver("child-1;J;01/09/2027;31/08/2028\r\n", 1, "2027-09-01");
        assertThat(city.receipt("result")).contains(ONE + "\"ACCEPTED\"");
        assertThat(Files.readString(folder.resolve("tariffs.csv")))
                .isEqualTo("child;tariff;from;until\nchild-1;SOCIAL;2026-08-16;2027-08-31\n"
                        + "child-1;SOCIAL;2027-09-01;2028-08-31\n");
        city.receipt("ack");

        deliver("child-1;N;01/09/2027;31/08/2028\r\n", 1, "2027-09-01");
        assertThat(city.receipt("ack")).contains("code=\"FORMAT\"");
        city.deliver("xml", "<tariffs/>");
        assertThat(city.receipt("ack")).contains("code=\"FORMAT\"");
    }

    @Test
    void refusesALineAndADelivery_whenTold() throws Exception {
        city.farEnd.misbehave(DeliveryMisbehaviour.REFUSE_LINE, 1);
        deliver("child-1;J;16/08/2026;31/08/2027\r\nchild-2;J;16/08/2026;31/08/2027\r\n", 2, "2026-08-16");
        assertThat(city.receipt("result")).contains(ONE + "\"REFUSED\"", TWO + "\"ACCEPTED\"");
        city.receipt("ack");

        city.farEnd.misbehave(DeliveryMisbehaviour.REFUSE_FILE, 1);
        city.go();
        assertThat(city.receipt("ack")).contains("result=\"REFUSED\" code=\"FORMAT\"");
    }
}
