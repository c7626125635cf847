package be.zeef.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.payment.BankCases;
import be.zeef.payment.OpenCase;
import be.zeef.payment.Payments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is open at the bank, as {@code zeef payment open} prints it. */
class OpenCaseTextTest {

    private static OpenCase open(Optional<String> file) {
        Payments.Row payment = new Payments.Row(
                "GPAAAA", "child", 1, 1, 5000, "payee", "account", new byte[] {1}, Payments.State.DOUBTFUL, file, true);
        return new OpenCase(
                payment,
                Optional.of(BankCases.Kind.UNCLEAR),
                true,
                "RJCT MS03",
                Instant.parse("2026-07-01T08:00:00Z"),
                3);
    }

    @Test
    void namesTheFile_andOneThatIsInNone() {
        StringWriter out = new StringWriter();

        OpenCaseText.list(
                List.of(open(Optional.of("GP202606-01-ABCDEF")), open(Optional.empty())),
                each -> true,
                new PrintWriter(out));

        assertThat(out.toString().lines().skip(1))
                .containsExactly(
                        "GPAAAA                         GP202606-01-ABCDEF            50.00     3  unclear       you       RJCT MS03",
                        "GPAAAA                         -                             50.00     3  unclear       you       RJCT MS03");
    }

    @Test
    void isOneObjectInJson_withNullForNone() throws Exception {
        JsonNode in =
                new ObjectMapper().readTree(Json.of(OpenCaseText.json(open(Optional.of("GP202606-01-ABCDEF")), true)));
        JsonNode none = new ObjectMapper().readTree(Json.of(OpenCaseText.json(open(Optional.empty()), false)));

        assertThat(in.path("file").asText()).isEqualTo("GP202606-01-ABCDEF");
        assertThat(in.path("cents").asLong()).isEqualTo(5000);
        assertThat(none.get("file").isNull()).isTrue();
        assertThat(none.path("forAPerson").asBoolean(true)).isFalse();
    }
}
