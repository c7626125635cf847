package be.zeef.abandonment;

import be.zeef.grant.HandGrants;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.CallIntent;
import be.zeef.packing.DeliveryHead;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.run.Progress;
import be.zeef.run.Run;
import be.zeef.run.RunFindings;
import be.zeef.run.Runs;
import be.zeef.run.SyncState;
import be.zeef.run.file.QuestionFile;
import be.zeef.run.file.QuestionFileNames;
import be.zeef.run.file.QuestionFiles;
import be.zeef.run.file.SendQuestionFiles;
import be.zeef.security.Keys;
import be.zeef.security.Someone;
import be.zeef.source.PersonList;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Where runs of an agreement are begun, and abandoned by people who count. */
public final class House {

    public static final String AGREEMENT = "a-town";
    public static final LocalDate DAY = LocalDate.of(2027, 1, 15);
    public static final String WHY = "the source is gone";
    private static final Insz ONE = Insz.of("85651200136", Realm.SANDBOX);

    public final Jdbi jdbi;
    public final Ledger ledger;
    public final Runs runs;
    public final Map<String, X509Certificate> people = new LinkedHashMap<>();
    private final Keys keys;

    public House(Jdbi jdbi, Path folder) {
        this.jdbi = jdbi;
        this.ledger = new Ledger(jdbi, Clock.systemUTC());
        this.keys = Keys.in(folder.resolve("keys"));
        this.runs = new Runs(jdbi, ledger, keys, Clock.systemUTC());
        pin(Someone.AN);
        pin(Someone.BERT);
    }

    void pin(Someone person) {
        people.put(person.name(), person.certificate());
    }

    public AbandonDesk desk() {
        return new AbandonDesk(jdbi, agreement -> agreement.equals(AGREEMENT) ? people : Map.of(), Clock.systemUTC());
    }

    /** One that has come this far. */
    public Run begun(SyncState state) {
        return begun(AGREEMENT, DAY, state);
    }

    public Run begun(String benefit, LocalDate on, SyncState state) {
        SyncPlan plan = plan(benefit, on);
        Run run = runs.of(runs.begin(plan, on, "population", 1, 0), plan, new RunFindings(), Progress.NONE);
        return state == SyncState.REGISTERING ? run : run.advanced(state);
    }

    /** A question file about one person, however far it is. */
    public QuestionFile asked(Run run, QuestionFile.Kind kind, QuestionFile.State state) {
        QuestionFile file = new SendQuestionFiles(run, null)
                .plan(
                        QuestionFile.planned(run.row(), kind, QuestionFileNames.referte(), 0, 1, 1),
                        new One(),
                        CallIntent.Asked.NOTHING);
        jdbi.useTransaction(handle -> QuestionFiles.mark(handle, file.id(), state));
        return file;
    }

    /** Who signs as things stand now. */
    AbandonDesk.Outcome sign(Someone person) {
        return sign(person, Optional.of(WHY));
    }

    AbandonDesk.Outcome sign(Someone person, Optional<String> why) {
        return desk().sign(
                        AGREEMENT,
                        why,
                        person.sign(desk().statement(AGREEMENT, why).bytes()));
    }

    /** However many people it takes. */
    public AbandonDesk.Outcome abandon() {
        if (!desk().open(AGREEMENT).isForTwo()) {
            return desk().abandon(AGREEMENT, "clerk-7", WHY);
        }
        sign(Someone.AN);
        return sign(Someone.BERT, Optional.empty());
    }

    public void grant() {
        new HandGrants(jdbi, keys, ledger).grant(plan(AGREEMENT, DAY), ONE, "", "clerk-7", "a proof");
    }

    List<String> sql(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    static SyncPlan plan(String benefit, LocalDate on) {
        return new SyncPlan(
                benefit.replaceFirst("/.*", ""),
                benefit,
                "1",
                Optional.empty(),
                new SyncPlan.Measures(Set.of(), on),
                Map.of(),
                new SyncPlan.Granted(GrantPeriod.calendarYear(on), "", Set.of(), List.of(), false),
                new SyncPlan.Delivered(SyncPlan.Identifier.PAIRWISE, DeliveryHead.Format.CSV, "gent.be"));
    }

    private static final class One implements PersonList {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public long at(int place) {
            return ONE.value();
        }
    }
}
