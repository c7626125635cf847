package be.zeef.recipient.uitpas;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.recipient.Grant;
import be.zeef.recipient.Grant.Already;
import be.zeef.recipient.Grant.Failed;
import be.zeef.recipient.Grant.Granted;
import be.zeef.recipient.Grant.Refused;
import be.zeef.recipient.Tariff;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.uitpas.UitpasMisbehaviour;
import be.zeef.security.Keys;
import be.zeef.subject.Insz;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The token, the connection, and what is left of both where it should not be. */
class UitpasAccessTest {

    private static final LocalDate UNTIL = LocalDate.of(2027, 4, 30);

    @TempDir
    static Path secrets;

    @TempDir
    Path folder;

    private TariffCity city;

    @BeforeEach
    void start() throws Exception {
        city = new TariffCity(folder, secrets, Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        city.close();
    }

    @Test
    void asksForOneToken_whenFiftyThreadsStartAtOnce() throws Exception {
        UitpasTariffs tariffs = city.tariffs();
        Insz person = city.withoutTariff();
        ExecutorService threads = Executors.newFixedThreadPool(50);
        List<Callable<Tariff>> all = Stream.<Callable<Tariff>>generate(() -> () -> tariffs.current(person))
                .limit(50)
                .toList();
        for (Future<Tariff> each : threads.invokeAll(all)) {
            assertThat(each.get()).isEqualTo(new Tariff.None());
        }
        threads.shutdown();
        assertThat(city.server.tokensGiven()).isEqualTo(1);
    }

    @Test
    void grantsOnce_whenTenThreadsGrantToTheSamePerson() throws Exception {
        UitpasTariffs tariffs = city.tariffs();
        Insz person = city.withoutTariff();
        ExecutorService threads = Executors.newFixedThreadPool(10);
        List<Callable<Grant>> all = Stream.<Callable<Grant>>generate(() -> () -> tariffs.grant(person, UNTIL))
                .limit(10)
                .toList();
        for (Future<Grant> each : threads.invokeAll(all)) {
            assertThat(each.get()).isIn(new Granted(UNTIL), new Already(UNTIL));
        }
        threads.shutdown();
        assertThat(city.server.grants()).isEqualTo(1);
    }

    @Test
    void asksForAnotherToken_shortlyBeforeTheOneItHasEnds() {
        Instant start = Instant.now();
        Instant[] now = {start};
        UitpasTariffs tariffs = city.tariffs(new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        });
        Insz person = city.withoutTariff();
        tariffs.current(person);
        now[0] = start.plus(Duration.ofDays(1)).minusSeconds(70);
        tariffs.current(person);
        assertThat(city.server.tokensGiven()).isEqualTo(1);
        now[0] = start.plus(Duration.ofDays(1)).minusSeconds(50);
        tariffs.current(person);
        assertThat(city.server.tokensGiven()).isEqualTo(2);
    }

    @Test
    void replacesATokenOnce_whenItIsRefused() {
        UitpasTariffs tariffs = city.tariffs();
        Insz person = city.withoutTariff();
        city.server.misbehave(UitpasMisbehaviour.REVOKES_TOKEN, 100);

        assertThat(tariffs.grant(person, UNTIL)).isEqualTo(new Refused("unauthorized"));
        assertThat(city.server.tokensGiven()).isEqualTo(2);
        assertThat(city.server.calls()).isEqualTo(2);
    }

    @Test
    void saysSo_whenThereIsNoToken() {
        UitpasTariffs tariffs = city.tariffs();
        Insz person = city.withoutTariff();
        city.server.misbehave(UitpasMisbehaviour.TOKEN_REFUSED, 100);
        assertThat(tariffs.grant(person, UNTIL)).isEqualTo(new Refused("TOKEN_REFUSED"));
        assertThat(city.server.calls()).isZero();
        city.server.behave();

        city.server.misbehave(UitpasMisbehaviour.TOKEN_UNAVAILABLE, 1);
        assertThat(tariffs.grant(person, UNTIL)).isEqualTo(new Granted(UNTIL));
    }

    @Test
    void isFailed_whenNobodyListens_andWhenTheServerIsNotTheOneTrusted() throws Exception {
        Insz person = city.withoutTariff();
        String nobody = "https://127.0.0.1:1";
        try (TariffCity down =
                new TariffCity(folder.resolve("down"), secrets, Map.of("url", nobody, "within", "PT0.5S"))) {
            assertThat(down.tariffs().grant(person, UNTIL)).isEqualTo(new Failed("NO_CONNECTION"));
        }
        Map<String, Object> stranger = Map.of("tokenUrl", city.server.tokenUrl(), "within", "PT0.5S");
        Path other = folder.resolve("other");
        SandboxKeys.in(other.resolve("sandbox-keys"), Keys.in(other.resolve("data/keys")));
        try (TariffCity apart = new TariffCity(other, other, stranger)) {
            assertThat(apart.tariffs().grant(person, UNTIL)).isEqualTo(new Refused("TOKEN_TLS"));
        }
        assertThat(city.server.tokensGiven()).isZero();
    }

    @Test
    void logsNoNumberTokenOrSecret_whateverHappens() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level usual = root.getLevel();
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        root.addAppender(seen);
        root.setLevel(Level.DEBUG);
        Insz known = city.withoutTariff();
        Insz unknown = city.withoutPass();
        try {
            UitpasTariffs tariffs = city.tariffs();
            tariffs.grant(unknown, UNTIL);
            for (UitpasMisbehaviour kind : UitpasMisbehaviour.values()) {
                city.server.misbehave(kind, 1);
                tariffs.grant(known, UNTIL);
                city.server.behave();
            }
        } finally {
            root.setLevel(usual);
            root.detachAppender(seen);
        }
        String all = List.copyOf(seen.list).stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
        assertThat(all).as("something is logged at all").isNotEmpty();
        assertThat(all.contains(known.digits())).as("a number").isFalse();
        assertThat(all.contains(unknown.digits())).as("a number").isFalse();
        assertThat(all.contains("Bearer")).as("a token").isFalse();
        assertThat(all.contains(city.secret())).as("the secret").isFalse();
    }
}
