package be.zeef.wire;

import be.zeef.ledger.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stands around a deed, and sees whatever passes at the edges of the gateway on this thread until it is closed: an adapter need not tell of it,
 * and cannot forget to. Where another one is opened meanwhile, as around the asking for an access token, only that one sees.
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

    /** What passed last, or passes now. */
    public static Optional<Passage> last() {
        return current().filter(tap -> !tap.passages.isEmpty()).map(tap -> tap.passages.get(tap.passages.size() - 1));
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
