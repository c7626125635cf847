package be.zeef.claim;

import static be.zeef.claim.ClaimHouse.CHILD;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.claim.ClaimAnswer.Verdict;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A claim for a child who objected is decided by people: neither granted nor refused, and told apart. */
class ObjectedClaimsTest {

    @TempDir
    Path folder;

    /** Nobody is asked, nothing is used up, and it is told apart; the same claim is decided once the objection is withdrawn. */
    @ParameterizedTest
    @EnumSource
    void isLeftToPeople_whenTheChildObjected_underWhateverNumber(TestDatabase database) {
        try (ClaimHouse house = new ClaimHouse(database, folder)) {
            house.joined(ClaimHouse.person("15610100200"), CHILD);
            house.objecting().enter(house.agreement().id(), ClaimHouse.person("15610100200"));

            assertThat(house.claim(CHILD, 8500, "F-1"))
                    .isEqualTo(new ClaimAnswer(Verdict.NOT_DECIDABLE, 0, 0, false, true, false));
            assertThat(house.asked()).isEmpty();
            assertThat(house.sum("payment", "cents", "1 = 1")).isZero();

            house.objecting().withdrawAll();
            assertThat(house.claim(CHILD, 8500, "F-1")).isEqualTo(new ClaimAnswer(Verdict.YES, 8500, 11500, false));
        }
    }

    /** Nor is it said that nothing is left: that is a no. */
    @ParameterizedTest
    @EnumSource
    void isLeftToPeople_alsoWhereNothingIsLeft(TestDatabase database) {
        try (ClaimHouse house = new ClaimHouse(database, folder)) {
            house.claim(CHILD, 20000, "F-1");
            house.objecting().enter(house.agreement().id(), CHILD);

            assertThat(house.claim(CHILD, 100, "F-2").objected()).isTrue();
            assertThat(house.claim(CHILD, 100, "F-2").verdict()).isEqualTo(Verdict.NOT_DECIDABLE);
        }
    }
}
