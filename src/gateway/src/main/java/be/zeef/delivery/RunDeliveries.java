package be.zeef.delivery;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The deliveries that a run packed, for whoever ends it. */
public final class RunDeliveries {

    private RunDeliveries() {}

    /**
     * One of them.
     *
     * @param state how far it is, such as {@code PACKED}
     * @param packed whether nothing is known of it but that it was packed: it may be under way all the same
     */
    public record Packed(String name, String state, boolean packed) {}

    /** One per period, the oldest period first. */
    public static List<Packed> of(Handle handle, long run) {
        return Deliveries.ofSync(handle, run).stream()
                .map(row -> new Packed(row.name(), row.state().name(), row.state() == Deliveries.State.PACKED))
                .toList();
    }

    /** It is never handed over: its bytes go, and its name stays taken. */
    public static void withdraw(Handle handle, String delivery) {
        Deliveries.state(handle, delivery, Deliveries.State.WITHDRAWN, "");
        Deliveries.removeParts(handle, delivery);
    }
}
