package be.zeef.sync;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.Ledger;
import be.zeef.packing.DeliveryHead;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.run.DecidedCounts;
import be.zeef.run.Progress;
import be.zeef.run.Run;
import be.zeef.run.RunFindings;
import be.zeef.run.Runs;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.sieve.Ternary;
import be.zeef.storage.Storage;
import be.zeef.subject.Population;
import be.zeef.subject.PopulationReader;
import be.zeef.subject.Realm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is due to a household whose reference person has died waits until the register names another: it is never refused. */
class DeceasedHouseholdTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);
    private static final String HEAD = "85651200136";
    private static final String CHILD = "15651200150";

    @TempDir
    Path folder;

    @Test
    void isUndetermined_whereItWouldBeGranted() throws IOException {
        assertThat(decided("2026-06-01", Ternary.YES).causes()).isEqualTo(Map.of(Cause.HOUSEHOLD, 1L));
    }

    @Test
    void isGranted_whereTheReferencePersonLives() throws IOException {
        assertThat(decided("", Ternary.YES).eligible()).isEqualTo(1);
    }

    @Test
    void isNotEligible_whereNobodyLeftHasTheRight() throws IOException {
        assertThat(decided("2026-06-01", Ternary.NO).notEligible()).isEqualTo(1);
    }

    private DecidedCounts decided(String died, Ternary status) throws IOException {
        Path file = Files.writeString(
                folder.resolve("population.csv"),
                "insz;referentiepersoon;positie;postcode;geboortedatum;overlijdensdatum\n" + HEAD + ";" + HEAD
                        + ";01;9000;1985-05-12;" + died + "\n" + CHILD + ";" + HEAD + ";03;9000;2015-05-12;\n");
        Population population =
                new PopulationReader(file, Realm.SANDBOX, 0).read().population();
        Decide decide = new Decide(
                facts -> new Decision(status == Ternary.YES ? Outcome.ELIGIBLE : Outcome.NOT_ELIGIBLE, Map.of()));
        try (Storage storage = Storage.open(
                new Settings.Database("jdbc:h2:file:" + folder.resolve("zeef"), "sa", ""), Clock.systemUTC())) {
            Clock clock = Clock.fixed(DAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
            Runs runs =
                    new Runs(storage.jdbi(), new Ledger(storage.jdbi(), clock), Keys.in(folder.resolve("keys")), clock);
            Run run = runs.of(
                    runs.begin(plan(), DAY, "population", population.size(), 0),
                    plan(),
                    new RunFindings(),
                    Progress.NONE);
            Known known = new Known(
                    population,
                    AlreadyGranted.of(run, population),
                    new BitSet(),
                    new StatusFacts(new TreeMap<>(Map.of("status", PersonFact.ofAll(status, Cause.MISSING)))),
                    PersonFact.ofAll(Ternary.NO, Cause.MISSING));
            Run decided = decide.run(run, known);
            return storage.jdbi().withHandle(handle -> DecisionCounts.of(handle, decided));
        }
    }

    private static SyncPlan plan() {
        return new SyncPlan(
                "test",
                "test",
                "1",
                Optional.of(new SyncPlan.ListPart("op", List.of(), List.of(), true, false)),
                new SyncPlan.Measures(Set.of(), DAY),
                Map.of(),
                new SyncPlan.Granted(GrantPeriod.calendarYear(DAY), "", Set.of(), List.of(), false),
                new SyncPlan.Delivered(SyncPlan.Identifier.PAIRWISE, DeliveryHead.Format.CSV, "gent.be"));
    }
}
