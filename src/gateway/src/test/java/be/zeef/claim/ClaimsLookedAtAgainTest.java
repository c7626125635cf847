package be.zeef.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.payment.BankCases;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.Payments;
import be.zeef.security.Keys;
import be.zeef.storage.TestDatabase;
import be.zeef.subject.Insz;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fresh reviewer found of claims: one form typed in two ways, a form that met the ceiling, an account the bank refused. */
class ClaimsLookedAtAgainTest {

    private static final Insz CHILD = ClaimHouse.person("15610100100");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void areOneClaim_howeverTheFormsNumberIsTyped(TestDatabase database) {
        try (ClaimHouse house = new ClaimHouse(database, folder)) {
            house.claim(CHILD, 8500, "Lid 1");
            assertThat(house.claim(CHILD, 8500, "LID  1").repeated()).isTrue();
            assertThat(house.claim(CHILD, 8500, "lid 1").repeated()).isTrue();
            assertThat(house.sum("payment", "cents", "1 = 1")).isEqualTo(8500);
            assertThat(house.book().withdraw("lid 1", "clerk-8", "typed wrongly"))
                    .isEqualTo(8500);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areLookedIntoAgain_whenSomethingIsLeftByNow(TestDatabase database) {
        try (ClaimHouse house = new ClaimHouse(database, folder)) {
            house.claim(CHILD, 20000, "F-1");
            assertThat(house.claim(CHILD, 5000, "F-2").verdict()).isEqualTo(ClaimAnswer.Verdict.NOTHING_LEFT);
            house.book().withdraw("F-1", "clerk-8", "another child's form");

            assertThat(house.claim(CHILD, 5000, "F-2"))
                    .isEqualTo(new ClaimAnswer(ClaimAnswer.Verdict.YES, 5000, 15000, false));
        }
    }

    /** No money moved: the child does not lose a part of the ceiling, and the corrected account is paid for it no more. */
    @ParameterizedTest
    @EnumSource
    void areWithdrawn_onceTheBankHasRefusedTheAccount(TestDatabase database) {
        try (ClaimHouse house = new ClaimHouse(database, folder)) {
            house.claim(CHILD, 20000, "F-1");
            refusedForItsAccount(house);

            assertThat(house.book().withdraw("F-1", "clerk-8", "the association is no more"))
                    .isEqualTo(20000);
            assertThat(house.claim(CHILD, 5000, "F-2").granted()).isEqualTo(5000);
            house.register("chiro;Chiro (test);BE62510007547061");
            new ClaimIntake(
                            house.agreement(),
                            house.register(),
                            new PaymentSecrets(
                                    Keys.in(folder.resolve("keys")),
                                    house.agreement().id()),
                            house.jdbi())
                    .upTo(LocalDate.of(2026, 9, 10), new PaymentTally());

            assertThat(house.sum("payment", "cents", "state = 'OPEN'"))
                    .as("only the second")
                    .isEqualTo(5000);
        }
    }

    private static void refusedForItsAccount(ClaimHouse house) {
        String agreement = house.agreement().id();
        house.jdbi().useTransaction(handle -> {
            Payments.Row payment =
                    Payments.in(handle, agreement, Payments.State.OPEN).get(0);
            handle.execute("update payment set state = 'REJECTED', stands_for = null where id = ?", payment.id());
            BankCases.opens(handle, agreement, payment.id(), BankCases.Kind.ACCOUNT, Instant.now());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Turn\u202Ekring", "Turn\u200Bkring", "Turnkring \uD83D\uDE00", "Turn\u2028kring"})
    void areNotPaidToANameThatShowsAsAnother(String name) {
        try (ClaimHouse house = new ClaimHouse(TestDatabase.H2, folder)) {
            house.register("chiro;" + name + ";BE68539007547034");

            assertThatThrownBy(() -> AssociationFile.read(house.register()))
                    .hasMessageContaining("claim.register-name");
        }
    }
}
