package be.zeef.endtoend.city;

import java.util.concurrent.atomic.AtomicInteger;

/** Hostile names say that it is to be made. Nobody ever makes one. */
public final class Canary {

    public static final AtomicInteger MADE = new AtomicInteger();

    public Canary() {
        MADE.incrementAndGet();
    }

    /** Made by an expression. */
    public static String made() {
        MADE.incrementAndGet();
        return "made";
    }
}
