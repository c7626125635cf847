package be.zeef.wire;

import be.zeef.ledger.event.Event;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Stands around a deed, and sees whatever passes at the edges of the gateway on this thread until it is closed: an adapter need not tell of it,
 * and cannot forget to. Where another one is opened meanwhile, only that one sees.
 *
 * <pre>{@code
 * try (WireTap tap = WireTap.open()) {
 *     Reply reply = call();
 *     return new CallOutcome.Ended(reply.code(), tap.seen(key));
 * }
 * }</pre>
 *
 * For the thread that opens it.
 */
public final class WireTap implements AutoCloseable {

    private static final ThreadLocal<WireTap> OPEN = new ThreadLocal<>();

    private final WireTap around = OPEN.get();
    private final List<Passage> passages = new ArrayList<>();

    private WireTap() {}

    public static WireTap open() {
        WireTap tap = new WireTap();
        OPEN.set(tap);
        return tap;
    }

    /** Something begins to pass; where no deed is under way, nobody asks what became of it. */
    public static Passage passage() {
        Passage passage = new Passage();
        current().ifPresent(tap -> tap.passages.add(passage));
        return passage;
    }

    /**
     * A file comes that nobody asked for just now: sees what is read from the returned stream. To close that does nothing, so that a file can
     * be read on when its reader is through with it ({@link Passage#readOn}); whoever opened the file closes it.
     */
    public InputStream receiving(InputStream in) {
        Passage passage = new Passage();
        passages.add(passage);
        return new FilterInputStream(passage.receiving(in)) {
            @Override
            public void close() {
                // see above
            }
        };
    }

    /** What passed last, or passes now. */
    public static Optional<Passage> last() {
        return current().filter(tap -> !tap.passages.isEmpty()).map(tap -> tap.passages.get(tap.passages.size() - 1));
    }

    /** All that passed so far on this thread; nothing where no tap is open. */
    public static List<Event.Wire> seenHere(WireKey key) {
        return current().map(tap -> tap.seen(key)).orElse(List.of());
    }

    /** Does what is about nobody, such as asking for an access token: whatever deed is under way does not see it. */
    public static <R> R aside(Supplier<R> doing) {
        WireTap aside = open();
        try {
            return doing.get();
        } finally {
            aside.close();
        }
    }

    private static Optional<WireTap> current() {
        return Optional.ofNullable(OPEN.get());
    }

    /** All that passed so far, in its order. */
    public List<Event.Wire> seen(WireKey key) {
        return passages.stream().flatMap(passage -> passage.seen(key).stream()).toList();
    }

    @Override
    public void close() {
        if (around == null) {
            OPEN.remove();
        } else {
            OPEN.set(around);
        }
    }
}
