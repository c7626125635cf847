package be.zeef.counter;

import be.zeef.settings.CounterSettings;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's public keys, kept between tokens. Whoever sends tokens decides nothing about the others:
 *
 * <ul>
 *   <li>The issuer is asked when there are no keys, when they are old, and when a token names one that is not among them; for
 *       all these together twice at once and then once in {@code askedAgainAfter}. So tokens under names that do not exist make
 *       us look for new keys that often, and a new key is known within that time however many of them there are.
 *   <li>A key that is known is found without waiting: while old keys are being asked for again they go on counting, until they
 *       are twice as old as {@code keysFor}.
 *   <li>Half of those who answer questions may wait for new keys, and for two seconds; to the others there are none.
 * </ul>
 *
 * Thread-safe.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final int AT_ONCE = 2;

    private final CounterSettings.Oidc settings;
    private final Source source;
    private final Clock clock;
    private final Semaphore places;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Held held = new Held(new JWKSet(), Instant.MIN);
    private Instant paidUntil = Instant.MIN;

    /**
     * @param source where they come from
     * @param atOnce how many tokens are looked at at the same time
     */
    IssuerKeys(CounterSettings.Oidc settings, Source source, int atOnce, Clock clock) {
        this.settings = settings;
        this.source = source;
        this.clock = clock;
        this.places = new Semaphore(Math.max(1, atOnce / 2));
    }

    /** Asks the issuer; called by one thread at a time. */
    @FunctionalInterface
    interface Source {
        JWKSet keys() throws IOException;
    }

    /** Keys, and when they came. */
    private record Held(JWKSet keys, Instant at) {}

    /**
     * The keys that fit; none when nobody knows such a key now.
     *
     * @throws KeySourceException when there are no keys at all, so that nothing can be said of any token
     */
    @Override
    public List<JWK> get(JWKSelector wanted, SecurityContext none) throws KeySourceException {
        Held now = held;
        if (isOlderThan(now, settings.keysFor())) {
            now = askedAgain(now, isUsable(now) ? Duration.ZERO : WAIT);
        }
        if (!isUsable(now)) {
            throw new JWKSetUnavailableException("the issuer's keys are not known");
        }
        List<JWK> found = wanted.select(now.keys());
        return found.isEmpty() ? wanted.select(askedAgain(now, WAIT).keys()) : found;
    }

    private boolean isUsable(Held keys) {
        return !isOlderThan(keys, settings.keysFor().multipliedBy(2));
    }

    private boolean isOlderThan(Held keys, Duration age) {
        return keys.at().equals(Instant.MIN) || keys.at().plus(age).isBefore(clock.instant());
    }

    /** Those that somebody has fetched since, or that are fetched now if that may be; else the same. */
    private Held askedAgain(Held seen, Duration patience) {
        if (!places.tryAcquire()) {
            return held;
        }
        try {
            if (!asking.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return held;
            }
            try {
                if (held == seen && mayAsk()) {
                    held = new Held(source.keys(), clock.instant());
                }
            } catch (IOException e) {
                // what we have must do; without any, get says so. No more often than we ask, whoever makes us
                Throwable why = e.getCause() == null ? e : e.getCause();
                LOG.warn("the issuer's keys cannot be read: {}", why.getClass().getName());
            } finally {
                asking.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
        return held;
    }

    /** Each time is paid for by so much of the time that passes; what may be asked at once is paid ahead. */
    private boolean mayAsk() {
        Instant now = clock.instant();
        Duration price = settings.askedAgainAfter();
        Instant earliest = now.minus(price.multipliedBy(AT_ONCE));
        Instant from = paidUntil.isBefore(earliest) ? earliest : paidUntil;
        if (from.plus(price).isAfter(now)) {
            return false;
        }
        paidUntil = from.plus(price);
        return true;
    }
}
