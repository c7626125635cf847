package be.zeef.source;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The way to one service under one sender. Calls are evenly spaced, a tenth below the source's limit, and only so many run
 * at once; when the source says that we are too fast both are halved, and they recover a little with every success; when it
 * says for how long it wants to be left alone nobody begins before, not even who had a turn by then, but nobody waits for longer than {@code closedFor} times
 * {@code attempts} of rest in a row either. When
 * most calls of late found nobody at the other end the lane closes for a while, then lets one call try. Whoever comes
 * meanwhile waits for how that goes, as long as there is time and the lane has not been closed for too long: then nobody
 * waits for what does not come. Thread-safe.
 */
final class Lane {

    private static final double SLOWEST = 0.05;
    private static final double RECOVERY = 1.1;
    private static final long A_MOMENT = 5_000_000;

    private final Lock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition changed = lock.newCondition();
    private final long spacing;
    private final int widest;
    private final long closedFor;
    private final long patience;
    private final CircuitBreaker circuit;
    private double share = 1;
    private double width;
    private int running;
    private long nextStart = System.nanoTime();
    private boolean rests;
    private long restsSince;
    private long restsUntil = nextStart;
    private boolean closed;
    private long closedSince;
    private long triedAgainAt;

    Lane(String name, Pace pace) {
        this.spacing = 1_100_000_000L / pace.perSecond();
        this.widest = pace.atOnce();
        this.closedFor = pace.closedFor().toNanos();
        this.patience = closedFor * pace.attempts();
        this.width = widest;
        this.circuit = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(20)
                        .failureRateThreshold(90)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(pace.closedFor())
                        .build());
        circuit.getEventPublisher()
                .onStateTransition(event -> changed(event.getStateTransition().getToState()));
    }

    /** Whether a call may be made. */
    enum Entry {
        GO,
        CLOSED,
        TOO_LATE
    }

    /** How a call ended, as far as the lane cares. */
    enum Exit {
        GOOD,
        TOO_FAST,
        /** Nobody answered. */
        DEAD
    }

    /**
     * Waits for a turn, but not beyond this moment of {@link System#nanoTime}. After GO, and only then, {@link #leave}
     * must be called.
     */
    Entry enter(long until) throws InterruptedException {
        while (!circuit.tryAcquirePermission()) {
            if (!waitForOpening(until)) {
                return Entry.CLOSED;
            }
        }
        boolean entered = false;
        try {
            Entry entry = waitForRoom(until) ? waitForTurn(until) : Entry.TOO_LATE;
            entered = entry == Entry.GO;
            return entry;
        } finally {
            if (!entered) {
                circuit.releasePermission();
            }
        }
    }

    private void changed(CircuitBreaker.State to) {
        lock.lock();
        try {
            if (to == CircuitBreaker.State.OPEN) {
                triedAgainAt = System.nanoTime() + closedFor;
                closedSince = closed ? closedSince : System.nanoTime();
            }
            closed = to != CircuitBreaker.State.CLOSED;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** False when there is no use in waiting: the lane opens too late for this call, or has been closed for too long. */
    private boolean waitForOpening(long until) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long now = System.nanoTime();
            long most = Math.min(until - now, closedSince + patience - now);
            long toNextTry = triedAgainAt - now;
            if (closed && (most <= 0 || toNextTry >= most)) {
                return false;
            }
            if (closed) {
                // past its time the next try is under way, or begins with whoever asks first
                boolean underWay = circuit.getState() == CircuitBreaker.State.HALF_OPEN;
                long unlessTold = underWay ? most : Math.max(toNextTry, A_MOMENT);
                changed.awaitNanos(unlessTold);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean waitForRoom(long until) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = until - System.nanoTime();
            while (running >= (int) width && left > 0) {
                left = room.awaitNanos(left);
            }
            if (left <= 0) {
                return false;
            }
            running++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Entry waitForTurn(long until) throws InterruptedException {
        boolean goes = false;
        try {
            Entry entry;
            do {
                entry = waitOnce(until);
            } while (entry == Entry.GO && isToRest());
            goes = entry == Entry.GO;
            return entry;
        } finally {
            if (!goes) {
                freeRoom();
            }
        }
    }

    private Entry waitOnce(long until) throws InterruptedException {
        long turn;
        lock.lockInterruptibly();
        try {
            long now = System.nanoTime();
            turn = Math.max(now, nextStart);
            if (rests && turn > now && turn - restsSince > patience) {
                return Entry.CLOSED;
            }
            if (turn - until >= 0) {
                return Entry.TOO_LATE;
            }
            nextStart = turn + (long) (spacing / share);
        } finally {
            lock.unlock();
        }
        TimeUnit.NANOSECONDS.sleep(turn - System.nanoTime());
        return Entry.GO;
    }

    /** Whether the source has said meanwhile that it wants to be left alone. */
    private boolean isToRest() {
        lock.lock();
        try {
            return restsUntil - System.nanoTime() > 0;
        } finally {
            lock.unlock();
        }
    }

    /** @param rest how long the source wants to be left alone; zero when it does not say */
    void leave(Exit exit, Duration took, Duration rest) {
        lock.lock();
        try {
            freeRoom();
            if (exit == Exit.TOO_FAST) {
                share = Math.max(SLOWEST, share / 2);
                width = Math.max(1, width / 2);
                rest(rest);
            } else if (exit == Exit.GOOD) {
                share = Math.min(1, share * RECOVERY);
                width = Math.min(widest, width * RECOVERY);
                rests = false;
            }
        } finally {
            lock.unlock();
        }
        if (exit == Exit.DEAD) {
            circuit.onError(took.toNanos(), TimeUnit.NANOSECONDS, new IllegalStateException("no answer"));
        } else {
            circuit.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void rest(Duration wanted) {
        if (wanted.isZero()) {
            return;
        }
        long now = System.nanoTime();
        restsSince = rests ? restsSince : now;
        rests = true;
        restsUntil = Math.max(restsUntil, now + Math.min(wanted.toNanos(), patience));
        nextStart = Math.max(nextStart, restsUntil);
    }

    private void freeRoom() {
        lock.lock();
        try {
            running--;
            room.signal();
        } finally {
            lock.unlock();
        }
    }
}
