package be.zeef.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.inscription.Inscribe;
import be.zeef.inscription.InscribeBySoap;
import be.zeef.ledger.Halts;
import be.zeef.ledger.Ledger;
import be.zeef.objection.KnownObjectors;
import be.zeef.objection.Objecting;
import be.zeef.plan.Plans;
import be.zeef.run.Progress;
import be.zeef.run.Run;
import be.zeef.run.RunFindings;
import be.zeef.run.Runs;
import be.zeef.run.SyncRow;
import be.zeef.run.SyncState;
import be.zeef.run.Syncs;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.source.CallJournal;
import be.zeef.source.Causes;
import be.zeef.source.Exceptions;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.InscriptionService;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceFacts;
import be.zeef.storage.OnEachDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.Population;
import be.zeef.subject.PopulationReader;
import be.zeef.subject.Realm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run over a list that died, and of whose people one objects before it is gone on with: no file that leaves after that names the person,
 * and the answer to one that left before is read as it is. Who is asked about one by one, and inscribed, is left out likewise.
 */
@OnEachDatabase
class ObjectedListTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final Agreement BAGS = new Agreements(MAPPINGS).load("gent-huisvuilzakken");
    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);
    private static final String ANNA = Bags.number(1);
    private static final String BERT = Bags.number(2);

    @TempDir
    Path folder;

    private final Jdbi jdbi;
    private final ListPartner box = new ListPartner();
    private Keys keys;
    private Runs runs;
    private Objecting objecting;
    private Population population;

    ObjectedListTest(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @BeforeEach
    void town() throws IOException {
        keys = Keys.in(folder.resolve("keys"));
        runs = new Runs(
                jdbi,
                new Ledger(jdbi, Clock.systemUTC(), Halts.NEVER, new KnownObjectors(keys)),
                keys,
                Clock.systemUTC());
        objecting = new Objecting(jdbi, keys);
        Path file = folder.resolve("population.csv");
        Files.writeString(
                file,
                Stream.of(ANNA, BERT)
                        .map(each -> String.join(";", each, each, "01", "9000", "1985-01-01") + "\n")
                        .reduce("insz;referentiepersoon;positie;postcode;geboortedatum\n", String::concat));
        population = new PopulationReader(
                        file,
                        Realm.SANDBOX,
                        0,
                        new PopulationReader.Scope(true, Optional.empty()),
                        BAGS.recipient().columns())
                .read()
                .population();
    }

    private Run run() {
        SyncRow row = jdbi.withHandle(handle -> Syncs.open(handle, BAGS.id()))
                .orElseGet(() -> runs.begin(Plans.of(BAGS, DAY), DAY, population.fingerprint(), 2, 0));
        Run run = runs.of(row, Plans.of(BAGS, DAY), new RunFindings(), Progress.NONE);
        return row.state() == SyncState.REGISTERING ? run.advanced(SyncState.ASKING) : run;
    }

    private BitSet everybody() {
        BitSet all = new BitSet();
        all.set(0, population.size());
        return all;
    }

    private Cells askedInFiles() {
        return new AskList(
                        new ListPartner.Digits(),
                        box,
                        new Settings.MagdaFiles(Duration.ofSeconds(20), 10, 2),
                        Exceptions.magda(MAPPINGS),
                        Causes.read(MAPPINGS))
                .ask(run(), population, everybody())
                .statuses()
                .get(0);
    }

    private int place(String person) {
        return population.placeOf(Long.parseLong(person));
    }

    private void object(String person) {
        objecting.enter(BAGS.id(), Insz.of(person, Realm.SANDBOX));
    }

    @Test
    void shouldSendTheFileWithoutThePerson_thatPerhapsDidNotLeave() {
        box.diesAtPut = true;
        assertThatThrownBy(this::askedInFiles).isInstanceOf(ListPartner.Killed.class);
        object(ANNA);
        box.diesAtPut = false;

        Cells cells = askedInFiles();

        assertThat(box.named).containsExactly(BERT);
        assertThat(cells.get(place(BERT))).isEqualTo(Ternary.YES);
        assertThat(cells.get(place(ANNA))).isEqualTo(Ternary.UNKNOWN);
    }

    @Test
    void shouldReadTheAnswer_ofAFileThatLeftBefore() {
        box.diesAtWatch = true;
        assertThatThrownBy(this::askedInFiles).isInstanceOf(ListPartner.Killed.class);
        assertThat(box.named).containsExactly(ANNA, BERT);
        object(ANNA);
        box.diesAtWatch = false;

        assertThat(askedInFiles().get(place(BERT))).isEqualTo(Ternary.YES);
        assertThat(box.files).as("nothing is sent again").isEqualTo(1);
    }

    @Test
    void shouldAskOneByOne_onlyAboutTheOthers() {
        object(ANNA);
        Set<String> asked = new TreeSet<>();

        Cells cells = new AskPeople(
                        () -> (question, journal) -> journal.around(
                                question.service(),
                                "r",
                                () -> {
                                    asked.add(question.person().digits());
                                    return new SourceAnswer.Known(new SourceFacts().with("BIM_BVT", "yes"));
                                },
                                any -> "OK"),
                        "service",
                        Duration.ofSeconds(20),
                        Causes.read(MAPPINGS))
                .ask(run(), population, everybody())
                .statuses()
                .get(0);

        assertThat(asked).containsExactly(BERT);
        assertThat(cells.cause(place(ANNA))).contains(Cause.OBJECTED);
    }

    /** Inscribed before, the person is so no more: that ends something, and is not kept from it. */
    @Test
    void shouldInscribeTheOthers_andEndTheInscriptionOfThePerson() {
        List<String> done = new ArrayList<>();
        Settings.Magda magda = SettingsFile.read(Path.of("no-such-zeef.yaml"), Map.of("data", folder.toString()))
                .magda();
        Inscribe inscribe = new Inscribe(new InscribeBySoap(new Repertory(done)), null, magda);
        BitSet anna = new BitSet();
        anna.set(place(ANNA));
        inscribe.run(run(), population, anna, new BitSet());
        object(ANNA);
        BitSet others = everybody();
        others.andNot(anna);

        inscribe.run(run(), population, others, anna);

        assertThat(done).containsExactlyInAnyOrder("REGISTER " + ANNA, "REGISTER " + BERT, "DEREGISTER " + ANNA);
        assertThat(inscribe.inscribed(run(), population).stream().boxed()).containsExactly(place(BERT));
    }

    /** Whom it was told to inscribe, and whose inscription to end. */
    private record Repertory(List<String> done) implements InscriptionService {

        @Override
        public InscriptionOutcome inscribe(Inscription kind, Insz person, LocalDate begin, CallJournal journal) {
            return journal.around(
                    "service",
                    "r",
                    () -> {
                        synchronized (done) {
                            done.add(kind + " " + person.digits());
                        }
                        return new InscriptionOutcome.Done(false);
                    },
                    any -> "OK");
        }

        @Override
        public InscriptionOutcome inscribe(
                Inscription kind, Insz person, LocalDate begin, Duration within, CallJournal journal) {
            return inscribe(kind, person, begin, journal);
        }
    }
}
