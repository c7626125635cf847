package be.zeef.endtoend.payment;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.endtoend.city.PremiumsCase;
import be.zeef.endtoend.city.WholeReport;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.row.RowEvidence;
import be.zeef.payment.AnswerCounts;
import be.zeef.payment.run.PaymentDesk;
import be.zeef.payment.run.PaymentReport;
import be.zeef.sandbox.bank.BankMisbehaviour;
import be.zeef.sandbox.groeipakket.Allowance;
import be.zeef.sandbox.groeipakket.Births;
import be.zeef.sandbox.groeipakket.GroeipakketMisbehaviour;
import be.zeef.sandbox.groeipakket.Numbers;
import be.zeef.subject.Today;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** From VUTG's SFTP server to the bank's and back, month after month; each test goes on where the one before it ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BirthPremiumsEndToEndTest extends PremiumsCase {

    @Test
    @Order(1)
    void paysEveryFamilyOfTheMonth_andTellsEveryRowThatIsNotPaid() throws IOException {
        try (Gateway gateway = new Gateway(settings(Map.of()), Today.wallClock())) {
            PaymentReport report = run(gateway, JUNE);
            assertThat(List.of(report.asked(), report.eligible(), report.notEligible(), report.undetermined()))
                    .containsExactly(14L, 11L, 1L, 2L);
            assertThat(codes(report.findings())).contains("groeipakket.iban", "payment.residence-unknown");
            assertThat(report.causes()).containsOnlyKeys("groeipakket.iban", "payment.residence-unknown");
            assertThat(report.done()).isTrue();
            assertThat(report.complete()).as("two rows wait for VUTG").isFalse();
            WholeReport.holds(report);
            assertThat(report.otherMeans()).isEqualTo(1);
            assertThat(report.receipt()).isEqualTo("to release");
            assertThat(city.sandbox().bank().paid())
                    .as("before two people released")
                    .isEmpty();

            PaymentDesk.Released released = release(gateway, report.file());
            assertThat(released.handedOver()).isTrue();
            assertThat(released.file().counts()).isEqualTo(new AnswerCounts(13, 1, 0));
            long cents = city.sandbox().bank().paid().stream()
                    .mapToLong(line -> Long.parseLong(line.split(";")[1]))
                    .sum();
            assertThat(cents).isEqualTo(95000);
        }
        nothingPersonalIsLeft();
    }

    @Test
    @Order(2)
    void paysWhatWasRefusedToTheCorrectedAccount_inTheNextMonth() throws IOException {
        city.sandbox().bank().misbehave(BankMisbehaviour.OLD_VERSION, 1);
        city.sandbox().bank().misbehave(BankMisbehaviour.PENDING_FIRST, 1);
        try (Gateway gateway = new Gateway(settings(Map.of()), Today.wallClock())) {
            PaymentReport report = run(gateway, JUNE.plusMonths(1));
            assertThat(codes(report.findings()))
                    .contains("payment.paid-again", "payment.cancellation-of-paid", "payment.repeated");
            assertThat(release(gateway, report.file()).file().state()).isEqualTo("settled");
        }
        List<Allowance> corrections = new Births(2026, JUNE)
                .file(JUNE.plusMonths(1)).rows().stream()
                        .filter(row -> row.kind().equals("correction"))
                        .toList();
        assertThat(corrections).hasSize(3);
        assertThat(accountsPaid())
                .containsAll(corrections.stream()
                        .flatMap(row -> row.payees().stream())
                        .map(Allowance.Payee::iban)
                        .toList());
        assertThat(city.sandbox().bank().paid())
                .extracting(line -> line.split(";")[2])
                .as("no account twice")
                .doesNotHaveDuplicates();
    }

    @Test
    @Order(3)
    void takesEachFileOnce_andLeavesWhatItCannotUse() throws IOException {
        YearMonth june = JUNE;
        Allowance like = new Births(99, JUNE).grants(JUNE).get(1);
        Allowance one = new Allowance(
                "grant",
                "EXTRA",
                like.child(),
                like.born(),
                like.granted(),
                false,
                Births.MUNICIPALITY,
                "8750",
                List.of(new Allowance.Payee(
                        like.payees().get(0).insz(), "Ouder Extra", Numbers.account(9_639_999_901L))));
        publish("EXTRA-1", june, one, GroeipakketMisbehaviour.TWICE, GroeipakketMisbehaviour.ID_AGAIN);
        publish("EXTRA-2", june, one, GroeipakketMisbehaviour.OTHER_MUNICIPALITY);
        publish("EXTRA-3", june, one, GroeipakketMisbehaviour.WRONG_SIGNER);
        try (Gateway gateway = new Gateway(settings(Map.of()), Today.wallClock())) {
            PaymentReport report = run(gateway, JUNE.plusMonths(1));
            assertThat(codes(report.findings()))
                    .contains(
                            "payment.file-id-repeated",
                            "payment.file-seen",
                            "payment.other-municipality",
                            "groeipakket.signature",
                            "payment.later-month");
            assertThat(report.complete()).isFalse();
            assertThat(report.granted()).isEqualTo(1);
            assertThat(report.payments()).isEqualTo(1);
        }
        Path out = city.sandbox().folder().resolve("groeipakket/sftp/out");
        try (Stream<Path> left = Files.list(out)) {
            List<String> names = left.map(file -> file.getFileName().toString()).toList();
            assertThat(names).contains("EXTRA-2.xml.p7m", "EXTRA-3.xml.p7m", "other-EXTRA-1.xml.p7m");
            assertThat(names).doesNotContain("EXTRA-1.xml.p7m", "again-EXTRA-1.xml.p7m");
        }
        Files.delete(out.resolve("EXTRA-2.xml.p7m"));
        Files.delete(out.resolve("EXTRA-3.xml.p7m"));
        Files.delete(out.resolve("other-EXTRA-1.xml.p7m"));
    }

    @Test
    @Order(4)
    void losesAndDoublesNothing_whenTheBankMisbehaves() throws IOException {
        try (Gateway gateway = new Gateway(settings(Map.of()), Today.wallClock())) {
            PaymentDesk desk = gateway.payments(agreement).desk();
            String file = desk.list().stream()
                    .filter(each -> each.state().equals("composed"))
                    .findFirst()
                    .orElseThrow()
                    .name();
            city.sandbox().bank().misbehave(BankMisbehaviour.DISK_FULL, 3);
            PaymentDesk.Released refused = release(gateway, file);
            assertThat(refused.handedOver()).isFalse();
            assertThat(codes(refused.findings())).containsExactly("payment.not-handed-over");

            city.sandbox().bank().misbehave(BankMisbehaviour.DISK_FULL, -3);
            city.sandbox().bank().misbehave(BankMisbehaviour.ANSWER_FOR_ANOTHER, 1);
            city.sandbox().bank().misbehave(BankMisbehaviour.ANSWER_TWICE, 1);
            city.sandbox().bank().misbehave(BankMisbehaviour.NOT_XML, 1);
            PaymentDesk.Released again = release(desk, file, "carla");
            assertThat(again.file().state()).isEqualTo("settled");
            assertThat(codes(again.findings())).contains("payment.answer-foreign", "payment.answer-unusable");
            assertThat(new RowEvidence(Inside.database(gateway)).breaks()).isEmpty();
            assertThat(new LedgerVerifier(Inside.database(gateway)).verify().holds())
                    .isTrue();
        }
        assertThat(city.sandbox().bank().paid())
                .extracting(line -> line.split(";")[0])
                .doesNotHaveDuplicates();
        emptyTheBanksFolder();
    }

    @Test
    @Order(5)
    void goesThroughAFolder_whenTheSettingsSaySo() throws IOException {
        Path folder = data.resolve("payments");
        try (Gateway gateway =
                new Gateway(settings(Map.of("via", "folder", "answerWithin", "PT5S")), Today.wallClock())) {
            PaymentReport report = run(gateway, JUNE.plusMonths(2));
            PaymentDesk.Released released = release(gateway, report.file());
            assertThat(released.handedOver()).isTrue();
            assertThat(codes(released.findings())).containsExactly("payment.answer-awaited");
            Path file = folder.resolve("in").resolve(report.file() + ".xml");
            assertThat(file).exists();
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);

            Files.writeString(folder.resolve("out/answer.xml"), accepted(report.file()));
            assertThat(gateway.payments(agreement).desk().answers()).isEmpty();
            assertThat(gateway.payments(agreement).desk().show(report.file()).state())
                    .isEqualTo("settled");
            assertThat(folder.resolve("out/answer.xml")).doesNotExist();
        }
    }

    private static String accepted(String file) {
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr><MsgId>X</MsgId>"
                + "<CreDtTm>2026-09-01T08:00:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>" + file
                + "</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>ACSC</GrpSts></OrgnlGrpInfAndSts>"
                + "</CstmrPmtStsRpt></Document>";
    }

    /** Of every value in VUTG's file, none stands in the database or the logs. */
    private static void nothingPersonalIsLeft() throws IOException {
        Set<String> values = new TreeSet<>();
        String june =
                Files.readString(city.sandbox().folder().resolve("groeipakket/published/VUTG-37021-2026-06-1.xml"));
        Pattern.compile(" (?:insz|name|iban|id)=\"([^\"]+)\"")
                .matcher(june)
                .results()
                .forEach(found -> values.add(found.group(1)));
        assertThat(values).hasSizeGreaterThan(40);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.startsWith(city.sandbox().folder()))
                    .toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(values.stream()
                                .filter(value -> content.contains(new String(
                                        value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                                .count())
                        .as(data.relativize(file).toString())
                        .isZero();
            }
        }
    }
}
