package be.zeef.source.magda;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The way to one service under one sender URI. Calls are evenly spaced, a tenth below MAGDA's limit, and only so many run
 * at once; when MAGDA says that we are too fast both are halved, and they recover a little with every success. When most
 * calls of late found nobody at the other end the lane closes for a while, so that nobody waits for what cannot come.
 * Thread-safe.
 */
final class Lane {

    private static final double SLOWEST = 0.05;
    private static final double RECOVERY = 1.1;

    private final Lock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final long spacing;
    private final int widest;
    private final CircuitBreaker circuit;
    private double share = 1;
    private double width;
    private int running;
    private long nextStart = System.nanoTime();

    /**
     * @param perSecond MAGDA's limit
     * @param atOnce most calls at a time
     * @param closedFor how long the lane stays closed before one call may try again
     */
    Lane(String name, int perSecond, int atOnce, Duration closedFor) {
        this.spacing = 1_100_000_000L / Math.max(1, perSecond);
        this.widest = Math.max(1, atOnce);
        this.width = widest;
        this.circuit = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(20)
                        .failureRateThreshold(90)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(closedFor)
                        .build());
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
        if (!circuit.tryAcquirePermission()) {
            return Entry.CLOSED;
        }
        boolean entered = false;
        try {
            entered = waitForRoom(until) && waitForTurn(until);
            return entered ? Entry.GO : Entry.TOO_LATE;
        } finally {
            if (!entered) {
                circuit.releasePermission();
            }
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

    private boolean waitForTurn(long until) throws InterruptedException {
        boolean waited = false;
        try {
            long turn;
            lock.lockInterruptibly();
            try {
                turn = Math.max(System.nanoTime(), nextStart);
                if (turn - until >= 0) {
                    return false;
                }
                nextStart = turn + (long) (spacing / share);
            } finally {
                lock.unlock();
            }
            TimeUnit.NANOSECONDS.sleep(turn - System.nanoTime());
            waited = true;
            return true;
        } finally {
            if (!waited) {
                freeRoom();
            }
        }
    }

    void leave(Exit exit, Duration took) {
        lock.lock();
        try {
            freeRoom();
            if (exit == Exit.TOO_FAST) {
                share = Math.max(SLOWEST, share / 2);
                width = Math.max(1, width / 2);
            } else if (exit == Exit.GOOD) {
                share = Math.min(1, share * RECOVERY);
                width = Math.min(widest, width * RECOVERY);
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
