package be.zeef.claim;

import static be.zeef.claim.ClaimHouse.CHILD;
import static be.zeef.claim.ClaimHouse.ON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import be.zeef.ledger.Written;
import be.zeef.storage.TestDatabase;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no claim is refused before anybody is asked, and no number of a person gets into what is kept. */
class HostileClaimsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"'85,00',8500", "85.5,8550", "85,8500", "'0,01',1", "10000,1000000"})
    void readsAmountsAsClerksWriteThem(String text, long cents) {
        assertThat(Amount.fault(text, "--amount")).isEmpty();
        assertThat(Amount.cents(text)).isEqualTo(cents);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0,00",
                "-5",
                "+5",
                "85,001",
                "10000,01",
                "1e3",
                "1.000,00",
                "",
                " 85",
                "85€",
                "٨٥",
                "NaN",
                "99999999999"
            })
    void refusesWhatIsNoAmount(String text) {
        assertThat(Amount.fault(text, "--amount")).map(Finding::code).contains("claim.amount");
    }

    @ParameterizedTest
    @CsvSource({
        "15.61.01-001.36,claim.reference-number",
        "15610100136,claim.reference-number",
        "form 156101 of 00136,claim.reference-number",
        "'',claim.reference-shape",
        "' F-1',claim.reference-shape",
        "F_1,claim.reference-shape",
        "F<1>,claim.reference-shape",
        "Fé,claim.reference-shape",
        "ABCDEFGHIJABCDEFGHIJABCDEFGHIJABCDEF,claim.reference-shape"
    })
    void refusesWhatIsNoReference(String text, String code) {
        assertThat(Written.faultOfReference(text, "--reference"))
                .map(Finding::code)
                .contains(code);
    }

    @Test
    void keepsNoNumberOfAPerson_whoeverForgotToLook() {
        try (ClaimHouse house = new ClaimHouse(TestDatabase.H2, folder)) {
            assertThatThrownBy(() -> house.claim(CHILD, 100, "15610100136"))
                    .isInstanceOf(IllegalArgumentException.class);
            Claim named = new Claim(CHILD, 100, "chiro", 2026, "F-1", "counter/15610100136");
            assertThatThrownBy(() -> house.desk().claim(named, ON)).isInstanceOf(IllegalArgumentException.class);
            assertThat(house.asked()).isEmpty();
            assertThat(house.sum("claim", "asked", "1 = 1")).isZero();
        }
    }

    @Test
    void paysNobody_whoIsNotInTheRegister() {
        try (ClaimHouse house = new ClaimHouse(TestDatabase.H2, folder)) {
            Claim unknown = new Claim(CHILD, 100, "15610100136", 2026, "F-1", "clerk-7");
            assertThatThrownBy(() -> house.desk().claim(unknown, ON))
                    .hasMessageContaining("claim.association-unknown")
                    .hasMessageNotContaining("15610100136");
            assertThat(house.asked()).isEmpty();
        }
    }

    @Test
    void namesFileLineAndField_ofEveryFaultInTheRegister() {
        try (ClaimHouse house = new ClaimHouse(TestDatabase.H2, folder)) {
            house.register(
                    "chiro;Chiro;BE68539007547034",
                    "CHIRO;Chiro;BE68539007547034",
                    "chiro;Twice;BE68539007547034",
                    "judo;Judo;BE68539007547035",
                    "judo2;;BE68539007547034",
                    "judo3;Child 15.61.01-001.36;BE68539007547034",
                    "judo4;Judo",
                    "judo5;Abroad;BR1500000000000010932840814P2");
            assertThatThrownBy(() -> AssociationFile.read(house.register()))
                    .asInstanceOf(type(InvalidMessageException.class))
                    .satisfies(refused -> {
                        assertThat(refused.report().subject()).isEqualTo("associations.csv");
                        assertThat(refused.report().findings())
                                .extracting(each -> each.location() + " " + each.code())
                                .containsExactlyElementsOf(List.of(
                                        "line 3, key claim.register-key",
                                        "line 4, key claim.register-twice",
                                        "line 5, iban claim.register-iban",
                                        "line 6, name claim.register-name",
                                        "line 7, name claim.register-number",
                                        "line 8 claim.register-fields",
                                        "line 9, iban claim.register-iban"));
                    });
            assertThatThrownBy(() -> house.claim(CHILD, 100, "F-1")).isInstanceOf(InvalidMessageException.class);
        }
    }

    /** It is read while a clerk waits: what is no register, or has no end, is told at once. */
    @Test
    void refusesWhatHasNoEnd_asARegister() throws IOException {
        Path large = folder.resolve("large.csv");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength((4 << 20) + 1);
        }
        assertThatThrownBy(() -> AssociationFile.read(large)).hasMessageContaining("claim.register-large");
        assertThatThrownBy(() -> AssociationFile.read(Path.of("/dev/zero")))
                .hasMessageContaining("claim.register-missing");
    }
}
