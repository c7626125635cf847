package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.HaltedException;
import be.zeef.ledger.Halts;
import be.zeef.security.Someone;
import be.zeef.validation.Report;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Under an agreement that an officer suspended nothing is composed, released or handed over; the bank's answers are read, and nothing is lost. */
class HaltedPaymentsTest extends TownFixture {

    private static final Halts HALTED = (handle, agreement) -> {
        throw new HaltedException(new Report(agreement, List.of(), Map.of()));
    };

    @AfterEach
    void resume() {
        town.halts = Halts.NEVER;
    }

    @Test
    void composesNothing_andPaysItWhenItIsResumed() {
        town.send(Family.of(1).grant(1));
        town.halts = HALTED;
        assertThatThrownBy(() -> town.run()).isInstanceOf(HaltedException.class);
        assertThat(town.desk().list()).isEmpty();

        town.halts = Halts.NEVER;
        town.release(town.run().file());
        assertThat(paidTo(1001)).isPositive();
    }

    @Test
    void releasesNothing_andCountsNoSignatureOfThatTime() {
        String file = composed();
        town.halts = HALTED;
        assertThatThrownBy(() -> town.release(file, Someone.AN)).isInstanceOf(HaltedException.class);
        assertThat(town.desk().signed(file).releases()).isEmpty();

        town.halts = Halts.NEVER;
        town.release(file);
        assertThat(paidTo(1001)).isPositive();
    }

    /** The second release hands over at once, and a run hands over what was released: both doors of the bank. */
    @Test
    void handsNothingOver_thatWasReleasedBefore() {
        String file = composed();
        town.release(file, Someone.AN);
        town.toBank().closed(true);
        town.release(file, Someone.BERT);
        town.toBank().closed(false);
        town.halts = HALTED;
        assertThatThrownBy(() -> town.run()).isInstanceOf(HaltedException.class);
        assertThatThrownBy(() -> town.release(file, Someone.AN)).isInstanceOf(HaltedException.class);
        assertThat(paidTo(1001)).isZero();

        town.halts = Halts.NEVER;
        town.run();
        assertThat(paidTo(1001)).isPositive();
    }

    @Test
    void readsWhatTheBankAnswers() {
        town.bank().saysOnlyWhatItIsTold();
        String file = composed();
        town.release(file);
        town.halts = HALTED;

        assertThat(town.desk().answers()).isNotNull();
        assertThat(town.office().closingDesk().open()).hasSize(1);
    }
}
