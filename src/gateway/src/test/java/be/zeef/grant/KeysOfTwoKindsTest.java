package be.zeef.grant;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.objection.Objections;
import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryLine;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.security.Keys;
import be.zeef.storage.OnEachDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import be.zeef.subject.RecipientKey;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pupil number and a childcare file number of the same digits are two keys: of two children, or of one who is known under both. */
@OnEachDatabase
class KeysOfTwoKindsTest {

    private static final Insz PUPIL = Insz.of("85651200136", Realm.SANDBOX);
    private static final Insz BABY = Insz.of("77610100173", Realm.SANDBOX);
    private static final String AS_PUPIL = new RecipientKey("", "77").written();
    private static final String IN_CARE = new RecipientKey("childcareFile", "77").written();
    private static final GrantPeriod YEAR = GrantPeriod.schoolYear(LocalDate.of(2025, 9, 15));
    private static final SyncPlan.Granted GRANTED =
            new SyncPlan.Granted(YEAR, "klasse", Set.of("A", "B"), List.of("A", "B"), false);

    @TempDir
    Path folder;

    private final Jdbi jdbi;

    KeysOfTwoKindsTest(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Test
    void areTwoGrants_eachDeliveredAsItsKindAndImprovedByItself() {
        jdbi.useTransaction(handle -> {
            assertThat(grant(handle, PUPIL, AS_PUPIL, "B")).isOne();
            assertThat(grant(handle, PUPIL, IN_CARE, "B")).isOne();
            assertThat(grant(handle, PUPIL, IN_CARE, "B")).as("once").isZero();
            assertThat(delivered(handle, 1)).containsExactly("/77 B", "childcareFile/77 B");

            handle.execute("update grants set result = 'ACCEPTED'");
            handle.execute(
                    "insert into delivery (name, agreement, grant_year, sequence, sync_id, lines, state, code, sent)"
                            + " values ('T.2025.00001', 'a', 2025, 1, 7, 2, 'CONFIRMED', '', '')");
            assertThat(grant(handle, PUPIL, IN_CARE, "A")).isOne();
            assertThat(delivered(handle, 2)).containsExactly("childcareFile/77 A");
        });
    }

    @Test
    void areTwoChildren() {
        jdbi.useTransaction(handle -> {
            grant(handle, PUPIL, AS_PUPIL, "A");
            grant(handle, BABY, IN_CARE, "B");

            assertThat(delivered(handle, 1)).containsExactly("/77 A", "childcareFile/77 B");
        });
    }

    private int grant(Handle handle, Insz person, String key, String value) {
        try (GrantWriter writer = new GrantWriter(handle, GRANTED, 7, people())) {
            writer.grant(person, key, value);
            return writer.flush();
        }
    }

    /** {@code kind/number value} of each line; all their ids are different. */
    private Set<String> delivered(Handle handle, int sequence) {
        DeliveryHead head = new DeliveryHead(
                "T", "a", 2025, sequence, LocalDate.of(2025, 9, 15), "gent.be", DeliveryHead.Format.CSV);
        long taken = Grants.take(handle, head, "a", Objections.of(handle, people()));
        Set<String> ids = new TreeSet<>();
        Set<String> lines = new TreeSet<>();
        Grants.eachOf(
                handle,
                head.name(),
                new SyncPlan.Delivered(SyncPlan.Identifier.RECIPIENT_KEY, DeliveryHead.Format.CSV, "gent.be"),
                people().vault(),
                line -> note(line, ids, lines));
        assertThat(ids).hasSize((int) taken);
        return lines;
    }

    private static void note(DeliveryLine line, Set<String> ids, Set<String> lines) {
        ids.add(line.id());
        lines.add(line.kind() + "/" + line.key() + " " + line.value());
    }

    private PeopleAtRest people() {
        return new PeopleAtRest(Keys.in(folder.resolve("keys")), "a");
    }
}
