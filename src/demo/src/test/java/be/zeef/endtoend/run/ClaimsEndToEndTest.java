package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.GrantDatabase;
import be.zeef.claim.Claim;
import be.zeef.claim.ClaimAnswer;
import be.zeef.claim.ClaimAnswer.Verdict;
import be.zeef.claim.ClaimBook;
import be.zeef.demo.DemoClaims;
import be.zeef.endtoend.city.Rights;
import be.zeef.endtoend.city.TestCity;
import be.zeef.payment.run.PaymentDesk;
import be.zeef.payment.run.PaymentReport;
import be.zeef.sandbox.ksz.KszStatus;
import be.zeef.subject.Insz;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heusden-Zolder's fund for membership fees, from a clerk's claim to the association's account, against the city's own truth. */
class ClaimsEndToEndTest {

    private static final LocalDate ON = LocalDate.of(2026, 7, 16);
    private static final int YEAR = 2025;

    @TempDir
    Path folder;

    private TestCity city;
    private Agreement agreement;
    private List<Insz> entitled;
    private List<Insz> others;

    @BeforeEach
    void start() throws Exception {
        city = new TestCity(folder, 1600, 400);
        agreement = new Agreements(Path.of("mappings")).load("heusden-zolder-lidgeld");
        Path truth = place("truth.csv");
        entitled =
                DemoClaims.children(truth, ON, line -> Rights.run(line[2], line[3], ON) && line[7].equals("NORMAAL"));
        others = DemoClaims.children(truth, ON, line -> line[2].isEmpty() && line[7].equals("NORMAAL"));
        assertThat(entitled).as("a city of this seed has such children").isNotEmpty();
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private Path place(String file) {
        return city.sandbox().folder().resolve("heusden-zolder").resolve(file);
    }

    private <R> R within(Function<Gateway, R> work) {
        try (Gateway gateway = new Gateway(city.settings(), Today.wallClock(), agreement)) {
            return work.apply(gateway);
        }
    }

    private ClaimAnswer claim(Gateway gateway, Insz child, long cents, String association, String reference) {
        return gateway.desks()
                .claims(agreement, ON)
                .claim(new Claim(child, cents, association, YEAR, reference, "clerk-7"), ON);
    }

    private <R> R book(Function<ClaimBook, R> work) {
        try (GrantDatabase database = new GrantDatabase(city.settings(), agreement, Today.wallClock())) {
            return work.apply(database.claims());
        }
    }

    private PaymentReport payments() {
        return within(gateway -> gateway.payments(agreement).run().run(ON));
    }

    private void release(String file) throws Exception {
        try (Gateway gateway = new Gateway(city.settings(), Today.wallClock(), agreement)) {
            PaymentDesk desk = gateway.payments(agreement).desk();
            city.release(desk, file, "an");
            city.release(desk, file, "bert");
        }
    }

    private long paid(String association) throws Exception {
        String iban = Files.readAllLines(place("associations.csv")).stream()
                .filter(line -> line.startsWith(association + ";"))
                .map(line -> line.split(";")[2])
                .findFirst()
                .orElseThrow();
        return city.sandbox().bank().paid().stream()
                .map(line -> line.split(";"))
                .filter(line -> line[2].equals(iban))
                .mapToLong(line -> Long.parseLong(line[1]))
                .sum();
    }

    @Test
    void paysTheAssociation_whatIsGrantedUpToTheCeiling() throws Exception {
        within(gateway -> {
            Insz child = entitled.get(0);
            assertThat(claim(gateway, child, 8500, "chiro-bolderberg", "F-1"))
                    .isEqualTo(new ClaimAnswer(Verdict.YES, 8500, 11500, false));
            city.sandbox().ksz().answerWith(new KszStatus("NO_DATA_FOUND", "MSG00100", ""));
            assertThat(claim(gateway, child, 6000, "zwemclub", "F-2").verdict()).isEqualTo(Verdict.NOT_DECIDABLE);
            city.sandbox().ksz().behave();
            assertThat(claim(gateway, child, 6000, "zwemclub", "F-2").granted()).isEqualTo(6000);
            assertThat(claim(gateway, child, 4000, "turnkring", "F-3").granted())
                    .isEqualTo(4000);
            assertThat(claim(gateway, child, 15000, "kfc-zolder", "F-4"))
                    .as("what is left")
                    .isEqualTo(new ClaimAnswer(Verdict.YES, 1500, 0, false));
            assertThat(claim(gateway, child, 100, "zwemclub", "F-5").verdict()).isEqualTo(Verdict.NOTHING_LEFT);
            assertThat(claim(gateway, others.get(0), 100, "zwemclub", "F-6").verdict())
                    .isEqualTo(Verdict.NO);
            return null;
        });

        // the process is gone between the grants and their payment
        PaymentReport first = payments();

        assertThat(first.payments()).isEqualTo(4);
        assertThat(first.cents()).isEqualTo(20000);
        assertThat(first.eligible()).isEqualTo(4);
        assertThat(first.notEligible()).isEqualTo(2);
        long freed = book(book -> book.withdraw("F-4", "clerk-8", "the child was not a member"));
        assertThat(freed).isEqualTo(1500);
        PaymentReport second = payments();
        assertThat(second.cents()).as("without the one withdrawn").isEqualTo(18500);

        release(second.file());

        assertThat(paid("chiro-bolderberg")).isEqualTo(8500);
        assertThat(paid("kfc-zolder")).isZero();
        assertThat(paid("zwemclub")).isEqualTo(6000);
        assertThatThrownBy(() -> book(book -> book.withdraw("F-1", "clerk-8", "too late")))
                .hasMessageContaining("claim.paid");
        tellsTheBankOfNoChild();
        PaymentReport third = payments();
        assertThat(third.findings()).extracting(Finding::code).contains("claim.refused-account");
        assertThat(third.complete()).isFalse();
        correctTheClosedAccount();
        PaymentReport fourth = payments();
        assertThat(fourth.findings()).extracting(Finding::code).contains("claim.paid-again");
        assertThat(fourth.cents()).isEqualTo(4000);
        release(fourth.file());
        assertThat(paid("turnkring"))
                .as("to the corrected account, which the first has too")
                .isEqualTo(8500 + 4000);
        assertThat(payments().payments()).as("nothing is paid twice").isEqualTo(fourth.payments());
    }

    private void tellsTheBankOfNoChild() throws Exception {
        try (Stream<Path> files = Files.list(city.sandbox().folder().resolve("bank/inbox"))) {
            String told = Files.readString(files.findFirst().orElseThrow());
            assertThat(told)
                    .contains("Lidgeld gemeente Heusden-Zolder F-1", "Chiro Bolderberg", "Gemeente Heusden-Zolder");
            for (Insz child : entitled) {
                assertThat(told).doesNotContain(child.digits());
            }
        }
    }

    private void correctTheClosedAccount() throws Exception {
        Path register = place("associations.csv");
        String open = Files.readAllLines(register).get(1).split(";")[2];
        String corrected = Files.readAllLines(register).stream()
                .map(line -> line.startsWith("turnkring") ? "turnkring;Turnkring Viversel (test);" + open : line)
                .reduce("", (all, line) -> all + line + "\n");
        Files.writeString(register, corrected);
    }

    @Test
    void countsANumberThatTheKszSaysWasReplaced_asTheSamePerson() {
        Insz fresh = entitled.get(0);
        Insz former = others.get(0);
        within(gateway -> {
            assertThat(claim(gateway, fresh, 15000, "zwemclub", "F-1").granted())
                    .isEqualTo(15000);
            assertThatThrownBy(() -> claim(gateway, former, 15000, "zwemclub", "F-1"))
                    .hasMessageContaining("claim.reference-taken");
            city.sandbox().ksz().answerWith(new KszStatus("NO_RESULT", "MSG00006", fresh.digits()));
            assertThat(claim(gateway, former, 1000, "zwemclub", "F-2").verdict())
                    .isEqualTo(Verdict.NOT_DECIDABLE);
            city.sandbox().ksz().behave();
            assertThat(claim(gateway, former, 15000, "zwemclub", "F-1").repeated())
                    .as("one person's claim, under either number")
                    .isTrue();
            return null;
        });
    }
}
