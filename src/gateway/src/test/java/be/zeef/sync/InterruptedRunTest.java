package be.zeef.sync;

import static be.zeef.sync.Interruption.Ended;
import static be.zeef.sync.Interruption.interrupted;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.inscription.EndUnneeded;
import be.zeef.inscription.InscribeByFile;
import be.zeef.inscription.InscribeBySoap;
import be.zeef.inscription.InscriptionRoad;
import be.zeef.ledger.Ledger;
import be.zeef.packing.DeliveryHead;
import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.route.Mailbox;
import be.zeef.run.Progress;
import be.zeef.run.Run;
import be.zeef.run.RunFindings;
import be.zeef.run.Runs;
import be.zeef.run.SyncRow;
import be.zeef.run.SyncState;
import be.zeef.run.Syncs;
import be.zeef.run.file.QuestionFile;
import be.zeef.run.file.QuestionFiles;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.source.Advice;
import be.zeef.source.CallJournal;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionLanguage;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.InscriptionService;
import be.zeef.source.PersonList;
import be.zeef.storage.Storage;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Subject;
import be.zeef.validation.Findings;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is asked to stop while it waits: it ends at once, its thread stays asked, and it can be gone on with. */
class InterruptedRunTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);
    private static final Insz PERSON = Insz.of("85651200136", Realm.SANDBOX);
    private static final String AGREEMENT = "test";

    @TempDir
    Path folder;

    private Storage storage;

    private final SilentBox box = new SilentBox();

    @BeforeEach
    void open() {
        storage = Storage.open(new Settings.Database("jdbc:h2:mem:interrupted", "sa", ""), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    /** A partner who never answers. */
    private static final class SilentBox implements Mailbox {
        private final CountDownLatch watched = new CountDownLatch(1);
        private volatile boolean stoppedInPeace;

        @Override
        public void put(String name, Content content) {}

        @Override
        public void watch(Incoming handler) {
            watched.countDown();
        }

        @Override
        public Unread unwatch() {
            stoppedInPeace = !Thread.currentThread().isInterrupted();
            return new Unread("silent", 0, "");
        }

        @Override
        public void acknowledge(Offered file) {}
    }

    private static final InscriptionLanguage LANGUAGE = new InscriptionLanguage() {
        @Override
        public void write(Batch batch, OutputStream out) {}

        @Override
        public Optional<Answered> read(
                String file, InputStream in, Function<String, Optional<Batch>> asked, Function<Batch, Results> told) {
            return Optional.empty();
        }
    };

    private static final InscriptionService NOT_ASKED = new InscriptionService() {
        @Override
        public InscriptionOutcome inscribe(Inscription kind, Insz person, LocalDate begin, CallJournal journal) {
            throw new AssertionError("nobody is inscribed");
        }

        @Override
        public InscriptionOutcome inscribe(
                Inscription kind, Insz person, LocalDate begin, Duration within, CallJournal journal) {
            return inscribe(kind, person, begin, journal);
        }
    };

    private Run run() {
        Keys keys = Keys.in(folder.resolve("keys"));
        Clock clock = Clock.fixed(Instant.parse("2026-07-16T10:00:00Z"), ZoneOffset.UTC);
        SyncPlan plan = new SyncPlan(
                AGREEMENT,
                AGREEMENT,
                "version",
                Optional.empty(),
                new SyncPlan.Measures(Set.of(), DAY),
                Map.of(),
                new SyncPlan.Granted(GrantPeriod.calendarYear(DAY), "", Set.of(), List.of(), false),
                new SyncPlan.Delivered(SyncPlan.Identifier.INSZ, DeliveryHead.Format.CSV, "test"));
        Runs runs = new Runs(storage.jdbi(), new Ledger(storage.jdbi(), clock), keys, clock);
        return runs.of(runs.begin(plan, DAY, "population", 1, 0), plan, new RunFindings(), Progress.NONE);
    }

    /** Files whose answers may come for an hour. */
    private Settings.MagdaFiles files() {
        return SettingsFile.read(
                        Path.of("no-such-zeef.yaml"),
                        Map.of(
                                "data", folder.toString(),
                                "magda", Map.of("files", Map.of("deadline", "PT1H"))))
                .magda()
                .files();
    }

    @Test
    void inscribesNobodyAndGivesNoQuestionUp_whileItWaitsForAFile() throws Exception {
        Run run = run();
        PersonList one = new PersonList() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public long at(int place) {
                return PERSON.value();
            }
        };

        Ended ended = interrupted(box.watched, () -> new InscribeByFile(LANGUAGE, box, files())
                .take(run, new InscriptionRoad.Work(Inscription.REGISTER, DAY, one), (outcome, place) -> {
                    throw new AssertionError("nothing is known of anybody");
                }));

        assertThat(ended.failure())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("run again with --resume");
        assertThat(ended.stillAsked()).isTrue();
        assertThat(box.stoppedInPeace)
                .as("a partner is not left in the middle of a call")
                .isTrue();
        List<QuestionFile> questions = storage.jdbi()
                .withHandle(handle -> QuestionFiles.of(handle, run.row().id(), QuestionFile.Kind.REGISTER));
        assertThat(questions).extracting(QuestionFile::state).containsExactly(QuestionFile.State.SENT);
        assertThat(state()).isEqualTo(SyncState.REGISTERING);
    }

    /** Whoever is asked to stop is told nothing by a source: a decision made of that would never be asked for again. */
    @Test
    void storesNoDecision_thatWasNotAnsweredButStopped() throws Exception {
        Run run = run();
        CountDownLatch asking = new CountDownLatch(1);
        AtomicReference<Thread> worker = new AtomicReference<>();
        Subjects subjects = new Subjects() {
            @Override
            public Gathering.Read read() {
                return new Gathering.Read("population", 1, 0, new Findings().report("one"));
            }

            @Override
            public List<Subject> all() {
                return List.of(new Subject(PERSON, ""));
            }
        };
        AdviceGathering gathering = new AdviceGathering(
                subjects,
                (person, on, journal) -> {
                    worker.set(Thread.currentThread());
                    asking.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        // a library that swallows it
                    }
                    return new Advice(Decision.undetermined(Cause.NO_ANSWER), List.of(), false);
                },
                1,
                new EndUnneeded(new InscribeBySoap(NOT_ASKED)));

        Ended ended = interrupted(asking, () -> gathering.decide(run));

        assertThat(ended.failure()).hasMessageContaining("run again with --resume");
        assertThat(ended.stillAsked()).isTrue();
        worker.get().join(60_000);
        long decisions = storage.jdbi().withHandle(handle -> handle.createQuery("select count(*) from decision")
                .mapTo(Long.class)
                .one());
        assertThat(decisions).isZero();
        assertThat(state()).isEqualTo(SyncState.ASKING);
    }

    private SyncState state() {
        Optional<SyncRow> open = storage.jdbi().withHandle(handle -> Syncs.open(handle, AGREEMENT));
        return open.orElseThrow().state();
    }
}
