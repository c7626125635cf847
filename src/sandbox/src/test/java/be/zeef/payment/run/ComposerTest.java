package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.PaymentTerms;
import be.zeef.security.Someone;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who signed the run that composed a file, and what they may do with it. */
class ComposerTest extends TownFixture {

    @BeforeEach
    void oneChild() {
        town.send(Family.of(1).grant(1));
    }

    private static String composedBy(Someone somebody) {
        return town.run(somebody.key(data)).file();
    }

    @Test
    void doesNotReleaseWhatTheyComposed_whereTheAgreementForbidsIt() {
        String file = composedBy(Someone.AN);
        assertThat(town.desk().signed(file).composer()).isEqualTo("an");
        assertThat(town.desk().statement(file).text()).contains("composed by: an\n");
        refuses("composed", file, Someone.AN);
        town.release(file, Someone.BERT);
        refuses("composed", file, Someone.AN);
        assertThat(town.bank().files()).isEmpty();
        assertThat(town.release(file, Someone.CARLA).handedOver()).isTrue();
    }

    @Test
    void doesNotReleaseIt_withAnotherKeyOfTheirsEither() {
        Someone card = Someone.named("an");
        town.pin(Someone.AN, card, Someone.BERT);
        refuses("composed", composedBy(Someone.AN), card);
    }

    @Test
    void isOneOfTheTwo_whereTheAgreementAllowsIt() {
        town.agree(ComposerTest::allowed);
        String file = composedBy(Someone.AN);
        assertThat(town.release(file, Someone.AN).first()).isTrue();
        refuses("Another person", file, Someone.AN);
        assertThat(town.release(file, Someone.BERT).handedOver()).isTrue();
    }

    @Test
    void isNobody_whenNobodySignedTheRun() {
        String file = town.run().file();
        assertThat(town.desk().signed(file).composer()).isEmpty();
        town.release(file);
        assertThat(town.bank().files()).hasSize(1);
    }

    @Test
    void mustBePinned_andNothingIsDoneOtherwise() {
        assertThatThrownBy(() -> composedBy(Someone.named("dirk"))).hasMessageContaining("pinned to no person");
        assertThat(town.desk().list()).isEmpty();
        assertThat(town.run().asked()).as("VUTG's file lies where it lay").isEqualTo(1);
    }

    @Test
    void voidsWhatWasReleased_whenTheDatabaseNamesAnotherComposer() {
        String file = composedBy(Someone.AN);
        town.release(file, Someone.BERT);
        town.jdbi().useHandle(handle -> handle.execute("delete from payment_release where act = 'COMPOSED'"));
        refuses("counts no more", file, Someone.AN);
    }

    @Test
    void spoilsTheFile_whenTheDatabaseNamesThemOtherwise() {
        String file = composedBy(Someone.AN);
        town.jdbi()
                .useHandle(
                        handle -> handle.execute("update payment_release set person = 'carla' where act = 'COMPOSED'"));
        refuses("not what was composed", file, Someone.AN);
        assertThat(town.desk().show(file).state()).isEqualTo("withdrawn");
    }

    private static Agreement allowed(Agreement from) {
        PaymentTerms terms = from.payment().orElseThrow();
        return new Agreement(
                from.id(),
                from.version(),
                from.subject(),
                from.list(),
                from.services(),
                from.measures(),
                from.advice(),
                from.benefit(),
                from.benefits(),
                from.validity(),
                from.assumptions(),
                Optional.of(new PaymentTerms(
                        terms.municipality(),
                        terms.postcodes(),
                        terms.facts(),
                        terms.split(),
                        terms.text(),
                        terms.structured(),
                        terms.bankingDaysAhead(),
                        true)),
                from.claims(),
                List.of(),
                from.retention(),
                from.schedule());
    }
}
