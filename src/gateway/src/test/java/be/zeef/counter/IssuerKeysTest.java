package be.zeef.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.settings.CounterSettings;
import be.zeef.testing.Await;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often the issuer is asked, and who finds which key, while somebody sends tokens under names that do not exist. */
class IssuerKeysTest {

    private static final Duration KEYS_FOR = Duration.ofMinutes(15);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final TestClock clock = new TestClock(Instant.parse("2026-07-16T08:00:00Z"));
    private final List<JWK> published = new ArrayList<>();
    private boolean down;
    private int asked;
    private IssuerKeys keys;

    @BeforeEach
    void publish() throws Exception {
        rotate("first");
        keys = keys(this::answer);
    }

    private IssuerKeys keys(IssuerKeys.Source source) {
        return new IssuerKeys(
                new CounterSettings.Oidc(
                        "https://issuer.example",
                        "zeef",
                        "name",
                        "",
                        Map.of(),
                        List.of("ES256"),
                        AGAIN,
                        KEYS_FOR,
                        AGAIN),
                source,
                4,
                clock);
    }

    private JWKSet answer() throws IOException {
        asked++;
        if (down) {
            throw new IOException("down");
        }
        return new JWKSet(List.copyOf(published));
    }

    private void rotate(String name) throws Exception {
        published.add(new ECKeyGenerator(Curve.P_256).keyID(name).generate().toPublicJWK());
    }

    private boolean finds(String name) throws Exception {
        return !keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(name).build()), null)
                .isEmpty();
    }

    @Test
    void aFloodOfUnknownNamesAsksTheIssuerABoundedNumberOfTimes() throws Exception {
        for (int second = 0; second < 3600; second++) {
            for (int i = 0; i < 20; i++) {
                assertThat(finds("nobody-" + second + "-" + i)).isFalse();
            }
            assertThat(finds("first")).as("second %d", second).isTrue();
            clock.move(Duration.ofSeconds(1));
        }
        assertThat(asked).isLessThanOrEqualTo(3600 / (int) AGAIN.toSeconds() + 2);
    }

    @Test
    void aNewKeyIsFoundSoon_howeverManyUnknownNamesThereAre() throws Exception {
        for (int i = 0; i < 1000; i++) {
            finds("nobody-" + i);
        }
        rotate("second");
        Duration waited = Duration.ZERO;
        while (!finds("second")) {
            for (int i = 0; i < 100; i++) {
                finds("nobody-" + i);
            }
            clock.move(Duration.ofSeconds(1));
            waited = waited.plusSeconds(1);
        }
        assertThat(waited).isLessThanOrEqualTo(AGAIN);
    }

    @Test
    void aNewKeyIsFoundAtOnce_whenNobodyAskedForOthers() throws Exception {
        assertThat(finds("first")).isTrue();
        rotate("second");
        assertThat(finds("second")).isTrue();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void knownKeysCountOnWhileTheIssuerIsDown_butNotForEver() throws Exception {
        assertThat(finds("first")).isTrue();
        down = true;
        clock.move(KEYS_FOR.plusMinutes(10));
        assertThat(finds("first")).isTrue();
        assertThat(finds("nobody")).as("what nobody knows is not undecided").isFalse();
        clock.move(KEYS_FOR);
        assertThatThrownBy(() -> finds("first")).isInstanceOf(JWKSetUnavailableException.class);
        clock.move(AGAIN);
        down = false;
        assertThat(finds("first")).isTrue();
    }

    @Test
    void aKeyThatWasTakenBackCountsNoMore_whenKeysAreOld() throws Exception {
        assertThat(finds("first")).isTrue();
        published.clear();
        rotate("second");
        clock.move(KEYS_FOR.plusSeconds(1));
        assertThat(finds("first")).isFalse();
        assertThat(finds("second")).isTrue();
    }

    @Test
    void aDownIssuerIsAskedABoundedNumberOfTimes_whenThereWereNoKeysYet() {
        down = true;
        for (int second = 0; second < 600; second++) {
            assertThatThrownBy(() -> finds("first")).isInstanceOf(JWKSetUnavailableException.class);
            clock.move(Duration.ofSeconds(1));
        }
        assertThat(asked).isLessThanOrEqualTo(600 / (int) AGAIN.toSeconds() + 2);
    }

    @Test
    void whoHasAKnownKeyWaitsForNobody_whileTheIssuerKeepsUsWaiting() throws Exception {
        CountDownLatch under = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        keys = keys(() -> {
            if (asked > 0) {
                under.countDown();
                try {
                    answered.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            return answer();
        });
        assertThat(finds("first")).isTrue();
        List<CompletableFuture<Boolean>> strangers = new ArrayList<>();
        Queue<Duration> took = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 50; i++) {
            String name = "nobody-" + i;
            strangers.add(CompletableFuture.supplyAsync(
                    () -> {
                        long began = System.nanoTime();
                        boolean is = found(name);
                        took.add(Duration.ofNanos(System.nanoTime() - began));
                        return is;
                    },
                    command -> new Thread(command).start()));
        }
        under.await();

        CompletableFuture<Boolean> known = CompletableFuture.supplyAsync(() -> found("first"));
        assertThat(known.get(10, TimeUnit.SECONDS)).isTrue();
        clock.move(KEYS_FOR.plusSeconds(1));
        CompletableFuture<Boolean> old = CompletableFuture.supplyAsync(() -> found("first"));
        assertThat(old.get(10, TimeUnit.SECONDS)).isTrue();
        Await.until(
                "the others are told at once",
                () -> strangers.stream().filter(each -> !each.isDone()).count() <= 2);

        answered.countDown();
        for (CompletableFuture<Boolean> each : strangers) {
            assertThat(each.get(10, TimeUnit.SECONDS)).isFalse();
        }
        // whoever waits, waits for two seconds
        assertThat(took.stream().filter(each -> each.toMillis() >= 1500))
                .as("half of four wait, at most")
                .hasSizeLessThanOrEqualTo(2);
    }

    private boolean found(String name) {
        try {
            return finds(name);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
