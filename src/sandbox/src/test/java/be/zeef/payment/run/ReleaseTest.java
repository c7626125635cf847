package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Benefit;
import be.zeef.agreement.PaymentTerms;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.payment.release.NamesDesk;
import be.zeef.security.Someone;
import be.zeef.settings.SettingsFile;
import be.zeef.validation.Finding;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a release leads to, and what is paid: shares, amounts, days. {@link FourEyesTest} says who may release. */
class ReleaseTest extends TownFixture {

    @Test
    void writesTheIntentBeforeTheDeed_andTheOutcomeAfterIt() {
        town.release(composed());
        List<String> kinds = town.jdbi().withHandle(handle -> handle.createQuery(
                        "select kind from ledger_entry where kind <> 'ROWS_WRITTEN' order by id")
                .mapTo(String.class)
                .list());
        assertThat(kinds)
                .containsExactly(
                        "CALL_INTENT",
                        "ANSWER_READ",
                        "CALL_OUTCOME",
                        "DELIVERY_PACKED",
                        "RELEASED",
                        "RELEASED",
                        "DELIVERY_INTENT",
                        "DELIVERY_OUTCOME",
                        "RECEIPT_READ");
        assertThat(new LedgerVerifier(town.jdbi()).verify().holds()).isTrue();
    }

    private List<String> ledger(String kind) {
        return town.jdbi().withHandle(handle -> handle.select("select body from ledger_entry where kind = ?", kind)
                .mapTo(String.class)
                .list());
    }

    @Test
    void composesAnew_whenTheDayHasPassed() {
        String file = composed();
        town.release(file, Someone.AN);
        town.setToday(LocalDate.of(2026, 7, 7));
        assertThatThrownBy(() -> town.release(file, Someone.BERT)).hasMessageContaining("has passed");
        PaymentReport again = town.run();
        assertThat(again.file()).isNotEqualTo(file);
        assertThat(town.desk().show(again.file()).execution()).isEqualTo("2026-07-10");
        assertThat(town.desk().signed(again.file()).releases()).isEmpty();
    }

    @Test
    void showsNamesOnlyToSomebodyWhoIsWrittenDown_andNotAfterTheBankAnswered() {
        String file = composed();
        assertThat(town.names(file, Someone.AN))
                .extracting(NamesDesk.Named::iban)
                .containsExactly(Family.iban(1001));
        assertThat(ledger("NAMES_SHOWN")).hasSize(1).first().asString().contains("\"by\":\"an\"");
        town.release(file);
        assertThat(town.names(file, Someone.AN)).isEmpty();
        long kept = town.jdbi()
                .withHandle(handle -> handle.createQuery("select (select count(*) from payment where vault is not null)"
                                + " + (select count(*) from payment_file where vault is not null)")
                        .mapTo(Long.class)
                        .one());
        assertThat(kept).as("nothing of the family is kept").isZero();
    }

    @Test
    void paysFromNoSandboxAccount_inProduction() {
        town.send(Family.of(1).grant(1));
        PaymentRun production = town.office(SettingsFile.read(Path.of("none.yaml"), Map.of("profile", "production")))
                .run();
        assertThatThrownBy(() -> production.run(Town.JULY)).hasMessageContaining("payment.debtor");
        assertThat(town.run().payments()).isEqualTo(1);
    }

    @Test
    void splitsToTheCent_andListsWhoHasNoAccount() {
        town.agree(agreement -> changed(agreement, 10001L, PaymentTerms.Split.HALF, "nee"));
        town.send(
                Family.of(1).paidTo(11L, 12L).grant(1),
                Family.of(2).paidTo(21L, 0L).grant(2));
        PaymentReport report = town.runAndRelease();
        assertThat(town.bank().paidTo(Family.iban(11))).isEqualTo(5001);
        assertThat(town.bank().paidTo(Family.iban(12))).isEqualTo(5000);
        assertThat(town.bank().paidTo(Family.iban(21))).isEqualTo(5001);
        assertThat(report.otherMeans()).isEqualTo(1);
        assertThat(town.desk().otherMeans()).isEqualTo(Map.entry(1, 5000L));
        assertThat(town.names(NamesDesk.OTHER_MEANS, Someone.AN))
                .extracting(NamesDesk.Named::name)
                .containsExactly("Ouder Test");
    }

    @Test
    void paysTheFirstNamed_whenTheRegulationSaysSo() {
        town.agree(agreement -> changed(agreement, 10001L, PaymentTerms.Split.FIRST, "nee"));
        town.send(Family.of(1).paidTo(11L, 12L).grant(1));
        town.runAndRelease();
        assertThat(town.bank().paidTo(Family.iban(11))).isEqualTo(10001);
        assertThat(town.bank().paidTo(Family.iban(12))).isZero();
    }

    @Test
    void paysMoreWithTheSupplement_onlyWhenTheRegulationCountsIt() {
        town.send(Family.of(1).withSupplement().grant(1));
        town.runAndRelease();
        town.agree(agreement -> changed(agreement, 10000L, PaymentTerms.Split.HALF, "ja"));
        town.send(Family.of(2).withSupplement().grant(1), Family.of(3).grant(2));
        town.runAndRelease();
        assertThat(town.bank().paidTo(Family.iban(1001))).isEqualTo(10000);
        assertThat(town.bank().paidTo(Family.iban(2001))).isEqualTo(15000);
        assertThat(town.bank().paidTo(Family.iban(3001))).isEqualTo(10000);
    }

    private static Agreement changed(Agreement from, long basis, PaymentTerms.Split split, String supplement) {
        PaymentTerms terms = from.payment().orElseThrow();
        return new Agreement(
                from.id(),
                from.version(),
                from.subject(),
                from.list(),
                from.services(),
                from.measures(),
                from.advice(),
                new Benefit(
                        from.id(),
                        new Benefit.RuleUsed(
                                from.rule().file(), from.rule().decision(), Map.of("toeslagTelt", supplement)),
                        Map.of("premie", Map.of("BASIS", basis, "VERHOOGD", 15000L)),
                        from.until(),
                        from.grants(),
                        from.recipient()),
                from.benefits(),
                from.validity(),
                from.assumptions(),
                Optional.of(new PaymentTerms(
                        terms.municipality(),
                        terms.postcodes(),
                        Set.of("woontInGemeente", "socialeToeslag"),
                        split,
                        terms.text(),
                        true,
                        terms.bankingDaysAhead(),
                        false)),
                from.claims(),
                List.of(),
                from.retention(),
                from.schedule());
    }

    @Test
    void speaksTheOlderVersion_whenTheAgreementSaysSo() {
        town.agree(from -> new Agreement(
                from.id(),
                from.version(),
                from.subject(),
                from.list(),
                from.services(),
                from.measures(),
                from.advice(),
                new Benefit(
                        from.id(),
                        from.rule(),
                        from.flags(),
                        from.until(),
                        from.grants(),
                        new Benefit.RecipientServed("payment", "Gemeente Wingene", "none", "pain.001.001.03")),
                from.benefits(),
                from.validity(),
                from.assumptions(),
                from.payment(),
                from.claims(),
                List.of(),
                from.retention(),
                from.schedule()));
        town.send(Family.of(1).grant(1));
        town.runAndRelease();
        assertThat(town.bank().files()).hasSize(1).first().asString().contains("xsd:pain.001.001.03\"");
        assertThat(town.bank().paidTo(Family.iban(1001))).isEqualTo(10000);
    }

    @Test
    void asksWhereTheFamilyLives_byCodeOrPostcodeOrBoth() {
        town.send(
                Family.of(1).livingAt("", "8755").grant(1),
                Family.of(2).livingAt("37021", "").grant(2),
                Family.of(3).livingAt("44021", "9000").grant(3),
                Family.of(4).livingAt("37021", "9000").grant(4),
                Family.of(5).livingAt("", "9000").grant(5));
        PaymentReport report = town.run();
        assertThat(List.of(report.eligible(), report.notEligible(), report.undetermined()))
                .containsExactly(2L, 2L, 1L);
        assertThat(report.findings().stream().map(Finding::code)).contains("payment.residence-unknown");
    }
}
