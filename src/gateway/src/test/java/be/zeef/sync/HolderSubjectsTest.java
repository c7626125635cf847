package be.zeef.sync;

import be.zeef.grant.GrantWriter;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.security.Keys;
import be.zeef.storage.OnEachDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Those whom we granted in the period before. */
@OnEachDatabase
class HolderSubjectsTest extends SubjectsContract {

    private static final LocalDate BEFORE = LocalDate.of(2025, 7, 16);

    private final Jdbi jdbi;

    HolderSubjectsTest(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    Subjects of(List<Insz> people) {
        PeopleAtRest atRest = new PeopleAtRest(Keys.in(folder.resolve("keys")), "a");
        SyncPlan.Granted granted =
                new SyncPlan.Granted(GrantPeriod.calendarYear(BEFORE), "tariff", Set.of(""), List.of(), false);
        jdbi.useTransaction(handle -> {
            handle.execute("delete from grants");
            try (GrantWriter writer = new GrantWriter(handle, granted, 7, atRest)) {
                people.forEach(person -> writer.grant(person, "", ""));
                writer.flush();
            }
        });
        return new HolderSubjects(jdbi, BEFORE.getYear() + 1, atRest);
    }
}
