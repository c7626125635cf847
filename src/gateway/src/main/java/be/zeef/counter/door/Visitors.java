package be.zeef.counter.door;

import be.zeef.settings.CounterSettings;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Who is connected, by address: how many there are, how many came and how many requests were refused in this minute. An IPv6
 * address counts with its /64, which one household or machine has to itself. Thread-safe.
 */
final class Visitors {

    /** Addresses that are told apart in one minute; those beyond count together. */
    private static final int MOST_ADDRESSES = 10_000;

    private static final String OTHERS = "others";
    private static final int NETWORK_OF_IPV6 = 8;

    private final CounterSettings.Connections settings;
    private final Clock clock;
    private final Map<String, Integer> here = new HashMap<>();
    private final Map<String, Integer> came = new HashMap<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private int all;
    private long minute;

    Visitors(CounterSettings.Connections settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether another connection from there may stay; if so, {@link #left} follows once. */
    synchronized boolean admits(InetAddress address) {
        turn();
        String from = network(address);
        if (all >= settings.most()
                || here.getOrDefault(from, 0) >= settings.perAddress()
                || count(came, from) > settings.newPerMinute()) {
            return false;
        }
        all++;
        here.merge(from, 1, Integer::sum);
        return true;
    }

    /** A connection that was admitted is gone. */
    synchronized void left(InetAddress address) {
        all--;
        here.computeIfPresent(network(address), (from, many) -> many == 1 ? null : many - 1);
    }

    /** A request was refused on a connection from there that never proved who calls. */
    synchronized void refused(InetAddress address) {
        turn();
        count(refused, network(address));
    }

    /** Whether more was refused there in this minute than people do by mistake. */
    synchronized boolean triesTooOften(InetAddress address) {
        turn();
        String from = network(address);
        String counted = refused.containsKey(from) || refused.size() < MOST_ADDRESSES ? from : OTHERS;
        return refused.getOrDefault(counted, 0) >= settings.refusedPerMinute();
    }

    private static int count(Map<String, Integer> counts, String from) {
        String counted = counts.containsKey(from) || counts.size() < MOST_ADDRESSES ? from : OTHERS;
        return counts.merge(counted, 1, Integer::sum);
    }

    private void turn() {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            came.clear();
            refused.clear();
        }
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return Arrays.toString(bytes.length > 4 ? Arrays.copyOf(bytes, NETWORK_OF_IPV6) : bytes);
    }
}
