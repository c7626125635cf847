package be.zeef.source.ocmw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.settings.OcmwSettings;
import be.zeef.source.SourceUnavailableException;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.testing.Await;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The welfare database over a network: what it is asked, and how long it is waited for. */
class OcmwRegisterTest {

    private static final LocalDate ON = LocalDate.of(2026, 7, 16);
    private static final Set<String> MEASURES = Set.of("BB", "BG");

    @TempDir
    Path folder;

    private Server server;
    private Connection owner;
    private JdbcOcmwRegister register;

    @BeforeEach
    void start() throws Exception {
        String name = "ocmw-test-" + System.nanoTime();
        owner = DriverManager.getConnection("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "SA", "");
        server = Server.createTcpServer("-tcpPort", "0", "-key", "ocmw", "mem:" + name, "-ifNotExists")
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        if (register != null) {
            register.close();
        }
        server.stop();
        try (Statement statement = owner.createStatement()) {
            statement.execute("shutdown");
        }
    }

    private JdbcOcmwRegister at(int port, Map<String, ?> more) {
        OcmwSettings settings =
                Welfare.settings("jdbc:h2:tcp://127.0.0.1:" + port + "/ocmw", folder.resolve("none"), more);
        register = new JdbcOcmwRegister(settings, Realm.SANDBOX);
        return register;
    }

    private static List<Long> asked(JdbcOcmwRegister register, LongStream people) {
        List<Long> told = new ArrayList<>();
        register.withMeasure(MEASURES, ON, people, told::add);
        return told;
    }

    private static Insz insz(long person) {
        return Insz.of(String.format("%011d", person), Realm.SANDBOX);
    }

    @Test
    void shouldTellWhoHasOne_whateverTheSizeOfTheLastBatch() throws Exception {
        Welfare.fill(owner, LongStream.iterate(0, i -> i < 3000, i -> i + 3).map(Welfare::person));
        JdbcOcmwRegister all = at(server.getPort(), Map.of());
        for (int count : new int[] {0, 1, 999, 1000, 1001, 2345}) {
            List<Long> expected = LongStream.range(0, count)
                    .filter(i -> i % 3 == 0)
                    .map(Welfare::person)
                    .sorted()
                    .boxed()
                    .toList();
            assertThat(asked(all, Welfare.people(count)))
                    .as("%d people", count)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(all.hasMeasure(insz(Welfare.person(3)), MEASURES, ON)).isTrue();
        assertThat(all.hasMeasure(insz(Welfare.person(4)), MEASURES, ON)).isFalse();
        assertThat(all.hasMeasure(insz(Welfare.person(3)), Set.of("CSR"), ON)).isFalse();
        assertThat(all.hasMeasure(insz(Welfare.person(3)), MEASURES, LocalDate.of(2025, 12, 31)))
                .isFalse();
    }

    /** What the server itself counts: which statements it was given, and how many rows left it. */
    @Test
    void shouldAskAboutNobodyElse_andPutNoNumberIntoAStatement() throws Exception {
        Welfare.fill(owner, Welfare.people(5000));
        try (Statement statement = owner.createStatement()) {
            statement.execute("set query_statistics true");
            asked(at(server.getPort(), Map.of()), Welfare.people(1500));
            try (ResultSet rows = statement.executeQuery("select sql_statement, execution_count, cumulative_row_count"
                    + " from information_schema.query_statistics where sql_statement like '%zeef_maatregel%'")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).contains("insz in (?, ?").doesNotContainPattern("[0-9]");
                assertThat(rows.getInt(2)).isEqualTo(2);
                assertThat(rows.getInt(3)).isEqualTo(1500);
                assertThat(rows.next()).as("another statement").isFalse();
            }
        }
    }

    /** A row about somebody else, however wrong, is not read: nobody asked. */
    @Test
    void shouldNotMind_whenTheViewHoldsANumberOfNobodyAskedAbout() throws Exception {
        Welfare.fill(owner, Welfare.people(10));
        try (Statement statement = owner.createStatement()) {
            statement.execute("insert into dossier values ('no number', 'BB', date '2026-01-01', null)");
        }
        assertThat(asked(at(server.getPort(), Map.of()), Welfare.people(5))).hasSize(5);
    }

    @Test
    void shouldSayUnavailable_andNotHang_whenTheServerTakesTheQueryAndSaysNothing() throws Exception {
        Welfare.fill(owner, Welfare.people(10));
        try (StallingProxy line = new StallingProxy(server.getPort())) {
            JdbcOcmwRegister slow = at(line.port(), Map.of("timeout", "PT1S", "loginTimeout", "PT1S", "atOnce", 2));
            assertThat(asked(slow, Welfare.people(5))).hasSize(5);

            line.stall(true);
            Instant begin = Instant.now();
            // more at once than the pool has connections
            List<CompletableFuture<Void>> all = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> unavailable(slow)))
                    .toList();
            all.forEach(CompletableFuture::join);
            unavailable(slow);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));

            line.stall(false);
            Await.until("it answers again", () -> answers(slow));
        }
    }

    @Test
    void shouldSayUnavailable_andNotHang_whenNobodyAnswersALogin() throws Exception {
        Welfare.fill(owner, Welfare.people(10));
        try (StallingProxy line = new StallingProxy(server.getPort())) {
            line.stall(true);
            JdbcOcmwRegister slow = at(line.port(), Map.of("timeout", "PT1S", "loginTimeout", "PT0.5S"));
            Instant begin = Instant.now();
            for (int i = 0; i < 5; i++) {
                unavailable(slow);
            }
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
            long threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("ocmw"))
                    .count();
            assertThat(threads).as("threads that hang in a login").isLessThan(20);

            line.stall(false);
            Await.until("it answers again", () -> answers(slow));
        }
    }

    @Test
    void shouldSayUnavailable_whenAQueryTakesTooLong() throws Exception {
        Welfare.fill(owner, Welfare.people(10));
        try (Statement statement = owner.createStatement()) {
            statement.execute("drop view zeef_maatregel");
            statement.execute("create view zeef_maatregel as select d.insz, maatregel, begin, einde from dossier d,"
                    + " system_range(1, 100000000) r where mod(r.x, 99999999) = 1");
        }
        JdbcOcmwRegister slow = at(server.getPort(), Map.of("timeout", "PT1S"));
        Instant begin = Instant.now();
        assertThatThrownBy(() -> asked(slow, Welfare.people(5)))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("ocmw.timeout");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    private static void unavailable(JdbcOcmwRegister slow) {
        assertThatThrownBy(() -> slow.hasMeasure(insz(Welfare.person(1)), MEASURES, ON))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("OCMW")
                .hasMessageNotContaining("127.0.0.1");
    }

    private static boolean answers(JdbcOcmwRegister register) {
        try {
            return register.hasMeasure(insz(Welfare.person(1)), MEASURES, ON);
        } catch (SourceUnavailableException e) {
            return false;
        }
    }
}
