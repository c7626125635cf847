package be.zeef.abandonment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.run.Run;
import be.zeef.run.SyncRefusedException;
import be.zeef.run.SyncState;
import be.zeef.run.Syncs;
import be.zeef.run.file.QuestionFile;
import be.zeef.security.Someone;
import be.zeef.storage.OnEachDatabase;
import be.zeef.validation.InvalidMessageException;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may abandon a run: one person while nothing was handed over, two who sign the same after that. */
@OnEachDatabase
class AbandonDeskTest {

    @TempDir
    Path folder;

    private final Jdbi jdbi;
    private final Handle handle;
    private House house;

    AbandonDeskTest(Jdbi jdbi, Handle handle) {
        this.jdbi = jdbi;
        this.handle = handle;
    }

    @BeforeEach
    void build() {
        house = new House(jdbi, folder);
    }

    private Run sent() {
        Run run = house.begun(SyncState.ASKING);
        house.asked(run, QuestionFile.Kind.LIST, QuestionFile.State.SENT);
        return run;
    }

    private boolean isUnfinished() {
        return house.runs.unfinished(House.AGREEMENT).isPresent();
    }

    @Test
    void letsOnePersonAbandon_whatNothingWasHandedOverOf_andTheLedgerSaysWhoAndWhy() {
        house.begun(SyncState.REGISTERING);

        assertThat(house.desk().abandon(House.AGREEMENT, "clerk-7", House.WHY).done())
                .isTrue();

        assertThat(isUnfinished()).isFalse();
        assertThat(house.sql("select body from ledger_entry where kind = 'RUN_ABANDONED'"))
                .containsExactly("{\"clerk\":\"clerk-7\",\"deliveries\":[],\"files\":[],\"reason\":\"" + House.WHY
                        + "\",\"state\":\"REGISTERING\",\"withdrawn\":[]}");
        assertThat(house.sql("select body from ledger_entry where kind = 'SYNC_ENDED'"))
                .containsExactly("{\"state\":\"ABANDONED\"}");
    }

    @Test
    void refusesOnePerson_onceAFileWasHandedOver_orMayHaveBeen() {
        Run run = house.begun(SyncState.ASKING);
        house.asked(run, QuestionFile.Kind.LIST, QuestionFile.State.PLANNED);

        assertThatThrownBy(() -> house.desk().abandon(House.AGREEMENT, "clerk-7", House.WHY))
                .isInstanceOf(SyncRefusedException.class)
                .hasMessageContaining("two people");
        assertThat(isUnfinished()).isTrue();
    }

    @Test
    void abandonsWithTheSecondOfTwoPeople_whoMayLeaveOutWhy() {
        sent();

        assertThat(house.sign(Someone.AN).done()).isFalse();
        assertThat(isUnfinished()).isTrue();
        assertThat(house.sign(Someone.BERT, Optional.empty()).done()).isTrue();

        assertThat(isUnfinished()).isFalse();
        assertThat(house.sql("select body from ledger_entry where kind = 'RUN_ABANDONED' order by id")
                        .get(2))
                .contains("\"clerk\":\"an/bert\"", House.WHY);
        assertThat(new AbandonmentEvidence(jdbi).breaks()).isEmpty();
    }

    @Test
    void doesNotTakeOnePersonForTwo_norOneKeyUnderTwoNames() {
        sent();
        house.sign(Someone.AN);

        assertThat(house.sign(Someone.AN).done()).isFalse();
        Someone again = Someone.AN.alsoAs("annie");
        house.pin(again);
        assertThat(house.sign(again).done()).isFalse();
        assertThat(isUnfinished()).isTrue();
    }

    @Test
    void refusesWhoDoesNotCount_alsoByTheTimeOfTheSecond() {
        sent();
        assertThatThrownBy(() -> house.sign(Someone.CARLA)).hasMessageContaining("counts for it");
        house.sign(Someone.AN);

        house.people.remove("an");
        assertThat(house.sign(Someone.BERT).done())
                .as("an has said nothing that counts")
                .isFalse();
    }

    @Test
    void takesNoSignatureOverHowItStoodBefore_norForAnotherReason() {
        Run run = sent();
        house.sign(Someone.AN);
        assertThat(house.sign(Someone.BERT, Optional.of("another reason")).done())
                .isFalse();
        byte[] earlier = Someone.BERT.sign(
                house.desk().statement(House.AGREEMENT, Optional.of(House.WHY)).bytes());

        jdbi.useTransaction(own -> Syncs.advance(own, run.row(), SyncState.DECIDED));

        assertThatThrownBy(() -> house.desk().sign(House.AGREEMENT, Optional.of(House.WHY), earlier))
                .isInstanceOf(SyncRefusedException.class);
        assertThatThrownBy(() -> house.sign(Someone.BERT, Optional.empty())).hasMessageContaining("--reason");
        assertThat(house.sign(Someone.BERT).done()).isFalse();
        assertThat(house.sign(Someone.AN).done()).isTrue();
    }

    @Test
    void keepsNobodysNumber_andNothingThatCannotBeShown() {
        house.begun(SyncState.ASKING);

        assertThatThrownBy(() -> house.desk().abandon(House.AGREEMENT, "clerk-7", "about 85.65.12-001.36"))
                .isInstanceOf(InvalidMessageException.class);
        assertThatThrownBy(() -> house.desk().abandon(House.AGREEMENT, "85651200136", "why"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> house.desk().statement(House.AGREEMENT, Optional.of("caf\u00e9")))
                .hasMessageContaining("ASCII");
        assertThat(isUnfinished()).isTrue();
    }

    @Test
    void endsTheFirstUnfinishedRunOfTheBenefits_andOneThatIsNamed() {
        house.begun(House.AGREEMENT + "/b", House.DAY, SyncState.ASKING);
        house.begun(House.AGREEMENT + "-too", House.DAY, SyncState.ASKING);
        assertThat(house.desk().open(House.AGREEMENT).row().agreement()).isEqualTo(House.AGREEMENT + "/b");

        house.desk().abandon(House.AGREEMENT + "/b", "clerk-7", House.WHY);

        assertThat(house.sql("select agreement from sync where open_for is not null"))
                .containsExactly(House.AGREEMENT + "-too");
    }

    /** Nobody puts a run aside in the database unseen. */
    @Test
    void leavesEvidence() {
        sent();
        house.sign(Someone.AN);
        house.sign(Someone.BERT);
        handle.execute("delete from sync_abandonment where person = 'an'");
        assertThat(new AbandonmentEvidence(jdbi).breaks())
                .containsExactly("the two signatures that abandoned run "
                        + house.sql("select id from sync").get(0) + " are not there");

        handle.execute("update sync_abandonment set reason = 'another'");
        assertThat(new AbandonmentEvidence(jdbi).breaks())
                .anyMatch(each -> each.startsWith("a signature that abandons run"));

        long other = house.begun("b", House.DAY, SyncState.ASKING).row().id();
        handle.execute("update sync set state = 'ABANDONED', open_for = null where id = ?", other);
        assertThat(new AbandonmentEvidence(jdbi).breaks())
                .contains("run " + other + " stands as abandoned, and nobody abandoned it");
    }
}
