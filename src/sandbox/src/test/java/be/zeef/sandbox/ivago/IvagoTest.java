package be.zeef.sandbox.ivago;

import static be.zeef.sandbox.delivery.TestPartner.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.security.Keys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IVAGO as the sandbox plays it: whom it credits, once, and what it answers to a delivery that is not good. */
class IvagoTest extends IvagoCase {

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
}
