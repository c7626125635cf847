package be.zeef.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.storage.ContractOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

@ContractOf({"moment", "schedule"})
class MomentRowsTest {

    private static final String ID = "gent-uitpas";
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Instant AT = Instant.parse("2026-04-01T04:00:00Z");

    private final Handle handle;

    MomentRowsTest(Handle handle) {
        this.handle = handle;
    }

    @Test
    void hasOneMomentOfADay() {
        assertThat(MomentRows.add(handle, planned(DAY, AT))).isTrue();
        assertThat(MomentRows.add(handle, planned(DAY, AT.plusSeconds(7200)))).isFalse();

        assertThat(MomentRows.find(handle, ID, DAY)).hasValue(planned(DAY, AT));
        assertThat(MomentRows.find(handle, "gent-onderwijs", DAY)).isEmpty();
    }

    /** Half past a second sorts before the second as a text. */
    @Test
    void tellsThoseThatAreOpen_inOrderOfTheirTime() {
        MomentRow later = planned(DAY.plusDays(1), AT.plusMillis(1500));
        MomentRow first = planned(DAY.plusDays(2), AT.plusSeconds(1));
        MomentRow over = planned(DAY.plusDays(3), AT).in(MomentState.ENDED, "complete");
        MomentRow begun = planned(DAY, AT.plusSeconds(2)).taken();
        for (MomentRow row : new MomentRow[] {later, begun, over, first}) {
            MomentRows.add(handle, row);
        }

        assertThat(MomentRows.open(handle, ID)).containsExactly(first, later, begun);
        assertThat(MomentRows.last(handle, ID, AT.plusMillis(1500), 2)).containsExactly(later, first);
        assertThat(MomentRows.last(handle, ID, AT.plusMillis(1499), 5)).containsExactly(first, over);
    }

    /** Who was overtaken, by another turn or another state, writes nothing. */
    @Test
    void storesWhatBecameOfOne_unlessAnotherTookItUpSince() {
        MomentRow planned = planned(DAY, AT);
        MomentRows.add(handle, planned);
        MomentRow first = planned.taken();
        assertThat(MomentRows.put(handle, planned, first)).isTrue();
        assertThat(MomentRows.put(handle, planned, first)).isFalse();
        MomentRow second = first.taken();
        assertThat(MomentRows.put(handle, first, second)).isTrue();

        assertThat(MomentRows.put(handle, first, first.in(MomentState.ENDED, "complete")))
                .isFalse();
        assertThat(MomentRows.find(handle, ID, DAY)).hasValue(second);
        MomentRow failed = second.again(AT.plusSeconds(60), "IOException", 1);
        assertThat(MomentRows.put(handle, second, failed)).isTrue();
        assertThat(MomentRows.find(handle, ID, DAY)).hasValueSatisfying(row -> {
            assertThat(row.failures()).isEqualTo(1);
            assertThat(row.again()).isEqualTo(AT.plusSeconds(60));
            assertThat(row.why()).isEqualTo("IOException");
        });
    }

    @Test
    void keepsWhenOneBeganFirst() {
        MomentRow row = planned(DAY, AT);
        MomentRows.add(handle, row);
        assertThat(MomentRows.begun(handle, row)).isEmpty();

        MomentRows.begun(handle, row, AT.plusSeconds(1));
        MomentRows.begun(handle, row, AT.plusSeconds(2));

        assertThat(MomentRows.begun(handle, row)).hasValue(AT.plusSeconds(1));
    }

    @Test
    void keepsUpToWhenAnAgreementWasLookedAt_andWhoPausedIt() {
        assertThat(seen()).isEmpty();
        Watched.see(handle, ID, AT);
        Pause pause = new Pause(AT.plusSeconds(5), "an", "the source moves");
        Watched.pause(handle, ID, pause);
        Watched.see(handle, ID, AT.plusSeconds(9));

        assertThat(seen()).hasValue(AT.plusSeconds(9));
        assertThat(Watched.pause(handle, ID)).hasValue(pause);
        assertThat(Watched.pause(handle, "gent-onderwijs")).isEmpty();
        Watched.resume(handle, ID);
        assertThat(Watched.pause(handle, ID)).isEmpty();
    }

    private Optional<Instant> seen() {
        return handle.inTransaction(inside -> Watched.seen(inside, ID));
    }

    private static MomentRow planned(LocalDate day, Instant at) {
        return MomentRow.planned(ID, new Moment(day, at), false);
    }
}
