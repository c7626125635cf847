package be.zeef.sync;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.grant.DeceasedGrants;
import be.zeef.ledger.Ledger;
import be.zeef.objection.Objecting;
import be.zeef.objection.Objections;
import be.zeef.plan.Plans;
import be.zeef.plan.SyncPlan;
import be.zeef.run.DecidedCounts;
import be.zeef.run.PersonNumbers;
import be.zeef.run.Progress;
import be.zeef.run.Run;
import be.zeef.run.RunFindings;
import be.zeef.run.Runs;
import be.zeef.run.SyncState;
import be.zeef.run.Syncs;
import be.zeef.security.Keys;
import be.zeef.sieve.Cause;
import be.zeef.sieve.DmnRule;
import be.zeef.sieve.Ternary;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Population;
import be.zeef.subject.PopulationReader;
import be.zeef.subject.Realm;
import be.zeef.subject.Vault;
import be.zeef.validation.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Runs of Ghent's bags over households that a test names, with the agreement and the rule as they are: who has the status or a
 * measure is said by the test, and whom each source was asked about is noted.
 */
final class Bags implements AutoCloseable {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final Agreement BAGS = new Agreements(MAPPINGS).load("gent-huisvuilzakken");

    final Set<String> entitled = new TreeSet<>();
    final Set<String> unknown = new TreeSet<>();
    final Set<String> measured = new TreeSet<>();
    final Set<String> objected = new TreeSet<>();
    final Set<String> statusesAsked = new TreeSet<>();
    final Set<String> measuresAsked = new TreeSet<>();
    List<Finding> told = List.of();

    private final Path folder;
    private final Storage storage;
    private int days;

    Bags(TestDatabase database, Path folder) {
        this.folder = folder;
        this.storage = database.open(folder);
    }

    /** Whose first member is the reference person. */
    record Household(List<String> members) {}

    static Household home(String... members) {
        return new Household(List.of(members));
    }

    /** A test number of someone born in January 1985. */
    static String number(int order) {
        String first = "8561010" + String.format(Locale.ROOT, "%02d", order);
        return first + String.format(Locale.ROOT, "%02d", 97 - Long.parseLong(first) % 97);
    }

    /** The reference persons granted in a run over these households, whose first member is the reference person. */
    Set<String> granted(LocalDate on, Household... households) throws IOException {
        Set<String> before = grants(on);
        run(on, households);
        Set<String> after = grants(on);
        after.removeAll(before);
        return after;
    }

    /** The extract says that this one has died. */
    void died(LocalDate on, String person) throws IOException {
        Run run = begin(on, population(home(person)));
        DeceasedGrants.close(run, new long[] {Insz.of(person, Realm.SANDBOX).value()});
        storage.jdbi().useTransaction(handle -> Syncs.close(handle, run.row(), SyncState.DONE));
    }

    /** The extract of the run names a former number of this one. */
    void replaced(LocalDate on, String number, String former) throws IOException {
        Run run = begin(on, population(home(number)));
        PersonNumbers.learn(run, Map.of(Long.parseLong(number), List.of(Long.parseLong(former))));
        storage.jdbi().useTransaction(handle -> Syncs.close(handle, run.row(), SyncState.DONE));
    }

    /** MAGDA is told that one has left, and says that this one has another number now. */
    void left(LocalDate on, String person, String number) throws IOException {
        Run run = begin(on, population(home(number)));
        Replacing.end(run, on, Insz.of(person, Realm.SANDBOX), Insz.of(number, Realm.SANDBOX));
        storage.jdbi().useTransaction(handle -> Syncs.close(handle, run.row(), SyncState.DONE));
    }

    /** Who has a grant of the year, by number. */
    Set<String> grants(LocalDate on) {
        Vault vault = new PeopleAtRest(keys(), BAGS.id()).vault();
        return storage.jdbi().withHandle(handle -> handle.createQuery(
                        "select vault from grants where grant_year = ? and standing <> 'CLOSED'")
                .bind(0, on.getYear())
                .map((row, context) -> vault.open(row.getBytes(1)).digits())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** A run over an extract as it is written, after its header, with dates of death and former numbers. */
    DecidedCounts run(LocalDate on, List<String> lines) throws IOException {
        return run(on, "overlijdensdatum;vorigInsz", lines);
    }

    /** The same with these columns behind the fixed ones. */
    DecidedCounts run(LocalDate on, String columns, List<String> lines) throws IOException {
        PopulationReader.Read read = read("insz;referentiepersoon;positie;postcode;geboortedatum;" + columns, lines);
        Run run = begin(on, read.population());
        PersonNumbers.learn(run, read.mutations().replaced());
        DeceasedGrants.close(run, read.mutations().deceased());
        return decide(run, read.population());
    }

    Storage storage() {
        return storage;
    }

    /** The recipient has taken in all that was granted. */
    void delivered() {
        storage.jdbi()
                .useTransaction(
                        handle -> handle.execute(
                                "update grants set standing = 'IN_DELIVERY', delivery = 'D', result = 'ACCEPTED' where standing = 'OPEN'"));
    }

    DecidedCounts run(LocalDate on, Household... households) throws IOException {
        Population population = population(households);
        return decide(begin(on, population), population);
    }

    private DecidedCounts decide(Run run, Population population) {
        Decide decide = new Decide(
                DmnRule.load(MAPPINGS.resolve(BAGS.rule().file()), BAGS.rule().decision()));
        AlreadyGranted before = AlreadyGranted.of(run, population);
        BitSet wanted = before.wanted();
        BitSet objectors = objectors(run, population);
        wanted.andNot(objectors);
        Cells cells = StatusCells.of(population, wanted);
        wanted.stream().forEach(place -> {
            String insz = Insz.ofChecked(population.at(place)).digits();
            statusesAsked.add(insz);
            if (unknown.contains(insz)) {
                cells.unknown(place, Cause.NO_ANSWER);
            } else {
                cells.set(place, entitled.contains(insz) ? Ternary.YES : Ternary.NO);
            }
        });
        Known known = new Known(
                population,
                before,
                objectors,
                StatusFacts.of(run.plan().list().orElseThrow(), List.of(cells)),
                PersonFact.ofAll(Ternary.UNKNOWN, Cause.MISSING));
        BitSet undecided = decide.undecided(run, known);
        undecided.andNot(objectors);
        PersonFact measures = new AskOcmw(new MeasuresOfTown(measured, measuresAsked)).ask(run, population, undecided);
        Run decided = decide.run(run, known.with(measures));
        told = new ArrayList<>(
                run.findings().report(BAGS.id(), run.row().on(), 0).findings());
        run.jdbi().useTransaction(handle -> Syncs.close(handle, decided.row(), SyncState.DONE));
        return run.jdbi().withHandle(handle -> DecisionCounts.of(handle, decided));
    }

    /** Those who object, as a run finds them in the database. */
    private BitSet objectors(Run run, Population population) {
        Objecting objecting = new Objecting(storage.jdbi(), run.people().keys());
        objecting.withdrawAll();
        objected.forEach(each -> objecting.enter(BAGS.id(), Insz.of(each, Realm.SANDBOX)));
        return storage.jdbi()
                .withHandle(handle -> Objections.of(handle, run.people()).places(population));
    }

    private Run begin(LocalDate on, Population population) {
        Clock clock = Clock.systemUTC();
        SyncPlan plan = Plans.of(BAGS, on);
        Runs runs = new Runs(storage.jdbi(), new Ledger(storage.jdbi(), clock), keys(), clock);
        RunFindings findings = new RunFindings();
        return runs.of(
                runs.begin(plan, on, population.fingerprint(), population.size(), 0), plan, findings, Progress.NONE);
    }

    private Keys keys() {
        return Keys.in(folder.resolve("keys"));
    }

    private Population population(Household... households) throws IOException {
        TreeMap<String, String> lines = new TreeMap<>();
        for (Household household : households) {
            String reference = household.members().get(0);
            for (String member : household.members()) {
                String position = member.equals(reference) ? "01" : "02";
                lines.put(member, String.join(";", member, reference, position, "9000", "1985-01-01"));
            }
        }
        return read("insz;referentiepersoon;positie;postcode;geboortedatum", List.copyOf(lines.values()))
                .population();
    }

    private PopulationReader.Read read(String header, List<String> lines) throws IOException {
        Path file = folder.resolve("population-" + days++ + ".csv");
        Files.writeString(file, header + "\n" + String.join("\n", lines) + "\n");
        return new PopulationReader(
                        file,
                        Realm.SANDBOX,
                        0,
                        new PopulationReader.Scope(true, Optional.empty()),
                        BAGS.recipient().columns())
                .read();
    }

    @Override
    public void close() {
        storage.close();
    }
}
