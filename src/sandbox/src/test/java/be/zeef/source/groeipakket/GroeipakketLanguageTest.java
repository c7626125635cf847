package be.zeef.source.groeipakket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.allowance.AllowanceFile;
import be.zeef.allowance.AllowanceRow;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.groeipakket.Allowance;
import be.zeef.sandbox.groeipakket.Births;
import be.zeef.sandbox.groeipakket.Groeipakket;
import be.zeef.sandbox.groeipakket.GroeipakketMisbehaviour;
import be.zeef.sandbox.groeipakket.MonthFile;
import be.zeef.sandbox.groeipakket.Numbers;
import be.zeef.security.Keys;
import be.zeef.subject.DayRule;
import be.zeef.subject.Realm;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VUTG's real envelopes, opened; every fault of a file and of a row. */
class GroeipakketLanguageTest {

    private static final DayRule DAYS = new DayRule(Realm.SANDBOX, Clock.systemUTC());

    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final Births BIRTHS = new Births(7, JUNE);

    @TempDir
    static Path folder;

    private static Groeipakket vutg;
    private static GroeipakketLanguage language;

    @BeforeAll
    static void keys() throws IOException {
        ReadyKeys.copy(folder.resolve("keys"), folder.resolve("far"));
        Keys gateway = Keys.in(folder.resolve("keys"));
        SandboxKeys far = SandboxKeys.in(folder.resolve("far"), gateway);
        vutg = new Groeipakket(
                folder.resolve("vutg"), far.entry("groeipakket"), far.entry("magda-server"), (X509Certificate)
                        gateway.identity(Keys.RECEIVING).getCertificate());
        language = new GroeipakketLanguage(Path.of("mappings"), gateway, Realm.SANDBOX, Clock.systemUTC());
    }

    private static AllowanceFile open(MonthFile.Format format) throws IOException {
        MonthFile file = BIRTHS.file(JUNE.plusMonths(1));
        vutg.publish(file, format);
        String name = file.id() + "." + format.name().toLowerCase(java.util.Locale.ROOT) + ".p7m";
        return language.open(
                name, Files.newInputStream(folder.resolve("vutg/sftp/out").resolve(name)));
    }

    private static List<AllowanceRow> rows(AllowanceFile file) {
        List<AllowanceRow> rows = new ArrayList<>();
        file.each(rows::add);
        return rows;
    }

    @Test
    void readsTheSameFromXmlAndFromCsv() throws IOException {
        AllowanceFile xml = open(MonthFile.Format.XML);
        AllowanceFile csv = open(MonthFile.Format.CSV);
        assertThat(xml.head().month())
                .isEqualTo(JUNE.plusMonths(1))
                .isEqualTo(csv.head().month());
        assertThat(xml.head().municipality()).isEqualTo(Births.MUNICIPALITY);
        assertThat(xml.head().lines()).isEqualTo(19).isEqualTo(csv.head().lines());
        assertThat(rows(xml)).hasSameSizeAs(rows(csv)).hasSize(19);
        for (int i = 0; i < 19; i++) {
            assertThat(said(rows(csv).get(i)))
                    .as("row %d", i + 1)
                    .isEqualTo(said(rows(xml).get(i)));
        }
        assertThat(rows(csv).get(7).place()).isEqualTo(new AllowanceRow.Place(8, 9));
    }

    /** All of a row but where it stands. */
    private static List<Object> said(AllowanceRow row) {
        if (row instanceof AllowanceRow.Granted grant) {
            List<Object> said = new ArrayList<>(List.of(
                    grant.id(),
                    grant.correction(),
                    grant.child(),
                    grant.supplement(),
                    grant.municipality(),
                    grant.postcode()));
            grant.beneficiaries().forEach(each -> said.addAll(List.of(each.insz(), each.name(), each.iban())));
            return said;
        }
        return row instanceof AllowanceRow.Faulty faulty
                ? List.of(faulty.id(), faulty.code(), faulty.correction())
                : List.of(row.id(), "cancelled");
    }

    @ParameterizedTest
    @CsvSource({
        "UNSIGNED, groeipakket.signature",
        "WRONG_SIGNER, groeipakket.signature",
        "FOR_ANOTHER, groeipakket.not-for-us",
        "CUT_OFF, xml.not-whole",
        "WRONG_TOTALS, groeipakket.totals"
    })
    void usesNothingOfAFile_thatIsNotRightAsAWhole(GroeipakketMisbehaviour trouble, String code) {
        vutg.misbehave(trouble, 1);
        assertThatThrownBy(() -> open(MonthFile.Format.XML))
                .isInstanceOfSatisfying(InvalidMessageException.class, e -> {
                    assertThat(e.report().findings()).extracting(Finding::code).containsExactly(code);
                });
    }

    @Test
    void usesNothingOfAFile_thatWasAlteredOnTheWay() throws IOException {
        open(MonthFile.Format.XML);
        Path file = folder.resolve(
                "vutg/sftp/out/" + BIRTHS.file(JUNE.plusMonths(1)).id() + ".xml.p7m");
        byte[] message = Files.readAllBytes(file);
        message[message.length / 3] ^= 1;
        assertThatThrownBy(() -> language.open("x.xml.p7m", new ByteArrayInputStream(message)))
                .isInstanceOf(InvalidMessageException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H;2;F1;2026-06;2026-07-01T02:00:00Z;37021|groeipakket.head",
                "H;1;F1;2026-13;2026-07-01T02:00:00Z;37021|groeipakket.head",
                "H;1;F1;2026-06;2026-07-01T02:00:00Z;37021~T;1|groeipakket.totals",
                "H;1;F1;2026-06;2026-07-01T02:00:00Z;37021|groeipakket.no-totals",
                "H;1;F1;2026-06;2026-07-01T02:00:00Z;37021~T;0~T;0|groeipakket.after-totals",
                "H;1;F1;2026-06;2026-07-01T02:00:00Z;37021~L;A;grant;1~T;1|groeipakket.fields",
                "H;1;F1;2026-06;2026-07-01T02:00:00Z;37021~L;A;grant;1;2026-02-30;2026-06-01;no;;;1;n;;;;~T;1|groeipakket.fields",
                "H;1;F1;2026-06;2026-07-01T02:00:00Z;37021~L;A;grant;1;2026-02-20;2026-06-01;no;;;;;;;;~T;1|groeipakket.fields",
            })
    void saysWhatIsWrongWithTheShapeOfACsv(String text, String code) throws IOException {
        Path file = Files.writeString(folder.resolve("shape.csv"), text.replace("~", "\n") + "\n");
        assertThatThrownBy(() -> GroeipakketLanguage.check(Path.of("mappings"), DAYS, file))
                .isInstanceOfSatisfying(InvalidMessageException.class, e -> {
                    assertThat(e.report().findings()).extracting(Finding::code).containsExactly(code);
                });
    }

    @Test
    void refusesACsvThatIsNotUtf8() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "H;1;F1;2026-06;2026-07-01T02:00:00Z;37021\nL;é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> GroeipakketLanguage.check(Path.of("mappings"), DAYS, file))
                .hasMessageContaining("groeipakket.encoding");
    }

    @ParameterizedTest
    @CsvSource({
        "00000000000, 71657900160, Ouder, BE68539007547034, 2026-06-01, groeipakket.child-insz",
        "80010100158, 71657900160, Ouder, BE68539007547034, 2026-06-01, groeipakket.child-insz",
        "good, 12345678901, Ouder, BE68539007547034, 2026-06-01, groeipakket.beneficiary-insz",
        "good, good, 12 34, BE68539007547034, 2026-06-01, groeipakket.name",
        "good, good, Ouder, BE68539007547035, 2026-06-01, groeipakket.iban",
        "good, good, Ouder, BE6853900754703, 2026-06-01, groeipakket.iban",
        "good, good, Ouder, nonsense, 2026-06-01, groeipakket.iban",
        "good, good, Ouder, BR1500000000000010932840814P2, 2026-06-01, groeipakket.iban-outside-sepa",
        "good, good, Ouder, BE68539007547034, 2026-07-03, groeipakket.later-than-file"
    })
    void keepsARowBack_whenItCannotBeRight(
            String child, String parent, String name, String iban, LocalDate born, String code) throws IOException {
        Allowance row = new Allowance(
                "grant",
                "A-1",
                child.equals("good") ? Numbers.insz(2026, 1) : child,
                born,
                LocalDate.of(2026, 6, 20),
                false,
                "37021",
                "8750",
                List.of(new Allowance.Payee(parent.equals("good") ? Numbers.insz(1990, 2) : parent, name, iban)));
        Allowance beside = BIRTHS.grants(JUNE).get(0);
        Report report = GroeipakketLanguage.check(Path.of("mappings"), DAYS, published(row, beside));
        assertThat(report.findings()).extracting(Finding::code).containsExactly(code);
        assertThat(report.findings().get(0).location().path()).isEqualTo("row 1");
    }

    private static Path published(Allowance... rows) throws IOException {
        MonthFile file = new MonthFile(
                "F-" + System.nanoTime(),
                JUNE,
                java.time.Instant.parse("2026-07-01T02:00:00Z"),
                "37021",
                List.of(rows));
        vutg.publish(file, MonthFile.Format.XML);
        return folder.resolve("vutg/published/" + file.id() + ".xml");
    }

    @Test
    void keepsARowBack_whenBothBeneficiariesAreOne() throws IOException {
        Allowance two = BIRTHS.grants(JUNE).get(0);
        Allowance same = two.corrected(List.of(two.payees().get(0), two.payees().get(0)));
        assertThat(GroeipakketLanguage.check(Path.of("mappings"), DAYS, published(same))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("groeipakket.beneficiary-twice");
    }

    @Test
    void showsNothing_whenItIsPrinted() throws IOException {
        String all = rows(open(MonthFile.Format.XML)).toString();
        assertThat(all).doesNotContainPattern("\\d").doesNotContain("Test");
    }
}
