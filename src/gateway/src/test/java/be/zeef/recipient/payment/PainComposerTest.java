package be.zeef.recipient.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.transfer.Transfer;
import be.zeef.transfer.TransferBatch;
import be.zeef.transfer.TransferTotals;
import be.zeef.validation.InvalidMessageException;
import com.prowidesoftware.swift.model.mx.MxPain00100103;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our payment files, read by another's library. */
class PainComposerTest {

    private static final PainComposer COMPOSER = new PainComposer(Path.of("mappings"));
    private static final TransferBatch.Debtor DEBTOR =
            new TransferBatch.Debtor("Gemeente Wingene", "0000000097", "BE68539007547034", "");

    private static TransferBatch batch(TransferBatch.Debtor debtor, Transfer... transfers) {
        return new TransferBatch(
                "GP202606-01-ABCDEF",
                LocalDateTime.parse("2026-07-01T08:00:00"),
                LocalDate.parse("2026-07-06"),
                debtor,
                List.of(transfers));
    }

    private static Transfer transfer(int number, long cents, String name) {
        return new Transfer(
                "GP" + number, cents, name, "BE41068941625810", "Geboortepremie gemeente Wingene", Optional.empty());
    }

    private static Transfer[] many() {
        List<Transfer> many = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            many.add(transfer(i, i * 33L, "Zoë Łukasz-" + i));
        }
        return many.toArray(Transfer[]::new);
    }

    private static String compose(TransferBatch batch, String format) throws IOException {
        return new String(COMPOSER.compose(batch, format), StandardCharsets.UTF_8);
    }

    /** What people sign must be what is ordered, and not what a header says of it. */
    @ParameterizedTest
    @CsvSource({"pain.001.001.09", "pain.001.001.03"})
    void countsWhatAFileOrders(String format) throws IOException {
        TransferBatch batch = batch(DEBTOR, many());
        String file = compose(batch, format);
        TransferTotals totals = new TransferTotals("GP202606-01-ABCDEF", 60, 60390, LocalDate.parse("2026-07-06"));
        assertThat(COMPOSER.totals(file.getBytes(StandardCharsets.UTF_8), format))
                .isEqualTo(totals)
                .isEqualTo(COMPOSER.totals(
                        file.replace("<CtrlSum>603.90<", "<CtrlSum>1.00<")
                                .replace("<NbOfTxs>60<", "<NbOfTxs>1<")
                                .getBytes(StandardCharsets.UTF_8),
                        format));
        assertThatThrownBy(() -> COMPOSER.totals("<Document/>".getBytes(StandardCharsets.UTF_8), format))
                .isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void saysTheSameToAnotherLibrary_inTheNewVersion() throws IOException {
        TransferBatch batch = batch(DEBTOR, many());
        var read = MxPain00100109.parse(compose(batch, "pain.001.001.09")).getCstmrCdtTrfInitn();
        var group = read.getPmtInf().get(0);

        BigDecimal sum = group.getCdtTrfTxInf().stream()
                .map(each -> each.getAmt().getInstdAmt().getValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo("603.90").isEqualByComparingTo(BigDecimal.valueOf(batch.cents(), 2));
        assertThat(read.getGrpHdr().getCtrlSum()).isEqualByComparingTo(sum);
        assertThat(group.getCtrlSum()).isEqualByComparingTo(sum);
        assertThat(read.getGrpHdr().getNbOfTxs()).isEqualTo("60").isEqualTo(group.getNbOfTxs());
        assertThat(group.getReqdExctnDt().getDt()).hasToString("2026-07-06");
        assertThat(group.getDbtrAgt().getFinInstnId().getOthr().getId()).isEqualTo("NOTPROVIDED");
        CreditTransferTransaction34 first = group.getCdtTrfTxInf().get(0);
        assertThat(first.getPmtId().getEndToEndId()).isEqualTo("GP1");
        assertThat(first.getCdtr().getNm()).isEqualTo("Zoe Lukasz-1");
        assertThat(first.getCdtr().getPstlAdr()).isNull();
        assertThat(first.getCdtrAcct().getId().getIBAN()).isEqualTo("BE41068941625810");
        assertThat(first.getRmtInf().getUstrd()).containsExactly("Geboortepremie gemeente Wingene");
    }

    @Test
    void saysTheSameToAnotherLibrary_inTheOldVersion() throws IOException {
        TransferBatch.Debtor withBic =
                new TransferBatch.Debtor("Gemeente Wingene", "0000000097", "BE68539007547034", "GKCCBEBB");
        TransferBatch batch = batch(withBic, many());
        var read = MxPain00100103.parse(compose(batch, "pain.001.001.03")).getCstmrCdtTrfInitn();
        var group = read.getPmtInf().get(0);

        BigDecimal sum = group.getCdtTrfTxInf().stream()
                .map(each -> each.getAmt().getInstdAmt().getValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo("603.90");
        assertThat(read.getGrpHdr().getCtrlSum()).isEqualByComparingTo(sum);
        assertThat(group.getReqdExctnDt()).hasToString("2026-07-06");
        assertThat(group.getDbtrAgt().getFinInstnId().getBIC()).isEqualTo("GKCCBEBB");
    }

    @ParameterizedTest
    @CsvSource({"5390075470,539007547034", "97,000000009797", "1234567890,123456789002", "0,000000000097"})
    void writesABelgianStructuredCommunication(long ten, String twelve) throws IOException {
        Transfer structured = new Transfer("GP1", 100, "Ouder", "BE41068941625810", "x", Optional.of(ten));
        var read = MxPain00100109.parse(compose(batch(DEBTOR, structured), "pain.001.001.09"))
                .getCstmrCdtTrfInitn()
                .getPmtInf()
                .get(0)
                .getCdtTrfTxInf()
                .get(0)
                .getRmtInf();
        assertThat(read.getUstrd()).isEmpty();
        var reference = read.getStrd().get(0).getCdtrRefInf();
        assertThat(reference.getTp().getIssr()).isEqualTo("BBA");
        assertThat(reference.getRef()).isEqualTo(twelve);
    }

    @ParameterizedTest
    @CsvSource({"pain.001.001.09", "pain.001.001.03"})
    void refusesAFile_thatItsOwnSchemaRefuses(String format) {
        assertThatThrownBy(() -> compose(batch(DEBTOR), format))
                .as("nothing to pay")
                .isInstanceOf(InvalidMessageException.class);
        assertThatThrownBy(() -> compose(batch(DEBTOR, transfer(1, 100, "漢字")), format))
                .as("no name that a bank reads")
                .isInstanceOf(InvalidMessageException.class);
        assertThatThrownBy(() -> compose(batch(DEBTOR, transfer(1, 100, "A"), transfer(1, 100, "B")), format))
                .as("an id twice")
                .isInstanceOf(InvalidMessageException.class);
        assertThatThrownBy(() -> transfer(1, 0, "A")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsWhichNamesABankReads() {
        assertThat(COMPOSER.canWrite("Søren Kjær")).isTrue();
        assertThat(COMPOSER.canWrite("漢字")).isFalse();
        assertThat(COMPOSER.canWrite("-- 12")).isFalse();
    }

    /** Banks copy the payment into their answer, where the same names mean something else. */
    @Test
    void readsNothingOfTheCopyOfAPayment() throws IOException {
        String answer = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr>"
                + "<MsgId>B1</MsgId><CreDtTm>2026-07-06T08:00:00</CreDtTm></GrpHdr>"
                + "<OrgnlGrpInfAndSts><OrgnlMsgId>GP1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>"
                + "</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>GP1-1</OrgnlPmtInfId><TxInfAndSts>"
                + "<OrgnlEndToEndId>E1</OrgnlEndToEndId><TxSts>ACSC</TxSts><OrgnlTxRef><TxSts>RJCT</TxSts></OrgnlTxRef>"
                + "</TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>";
        PainAnswers answers = new PainAnswers(Path.of("mappings"));
        var read = answers.read("a.xml", new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.each().get(0).said().verdict()).isEqualTo(be.zeef.transfer.TransferAnswer.Verdict.ACCEPTED);
        assertThatThrownBy(() ->
                        answers.read("a.xml", new ByteArrayInputStream("<Document/>".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(InvalidMessageException.class);
    }
}
