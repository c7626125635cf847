package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.payment.release.ReleaseEvidence;
import be.zeef.payment.release.ShownRelease;
import be.zeef.security.Someone;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code zeef ledger verify} says of payment files, years after they were paid. */
class ReleaseEvidenceTest extends TownFixture {

    private String file;

    @BeforeEach
    void pay() {
        town.send(Family.of(1).grant(1));
        file = town.run(Someone.CARLA.key(data)).file();
        town.release(file);
    }

    private static List<String> breaks() {
        return new ReleaseEvidence(town.jdbi()).breaks();
    }

    private static void change(String sql) {
        town.jdbi().useTransaction(handle -> assertThat(handle.execute(sql)).isPositive());
    }

    @Test
    void holds_evenWhenThePeopleHaveLeft() {
        town.pin();
        assertThat(breaks()).isEmpty();
        assertThat(town.desk().signed(file).releases()).hasSize(2).allMatch(ShownRelease::holds);
    }

    @Test
    void breaks_whenASignatureIsTakenOutOrExchanged() {
        change(
                "update payment_release set signature = (select min(signature) from payment_release where person = 'bert')"
                        + " where person = 'an'");
        assertThat(breaks()).hasSize(1).first().asString().contains("signatures that released " + file);
        assertThat(town.desk().signed(file).releases()).anyMatch(release -> !release.holds());
        change("delete from payment_release where act = 'RELEASED'");
        assertThat(breaks()).hasSize(1);
    }

    @Test
    void breaks_whenTheFileIsAnotherThanWasHandedOver() {
        change("update payment_file set cents = cents + 1");
        assertThat(breaks()).contains("the payment file " + file + " is not what was recorded as handed over");
    }

    @Test
    void breaks_whenAFileIsSaidToBeHandedOverThatNeverWas() {
        town.send(Family.of(2).grant(1));
        String other = town.run().file();
        change("update payment_file set state = 'HANDED' where name = '" + other + "'");
        assertThat(breaks()).hasSize(1).first().asString().contains(other);
    }

    @Test
    void breaks_whenAnotherIsSaidToHaveComposedIt() {
        change("delete from payment_release where act = 'COMPOSED'");
        assertThat(breaks()).contains("who composed " + file + " is not who was recorded");
    }
}
