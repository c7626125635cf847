package be.zeef.delivery;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What was delivered, once its grants may not be kept any more: the bytes go, that there was a delivery and how it ended stays. */
public final class OldDeliveries {

    private OldDeliveries() {}

    /**
     * Removes what settled deliveries of other periods than these hold; of how many deliveries.
     *
     * @param years of which there are still grants
     */
    public static long remove(Handle handle, String benefit, List<Integer> years) {
        List<String> names = Deliveries.keptSettled(handle, benefit, years);
        names.forEach(name -> Deliveries.removeParts(handle, name));
        return names.size();
    }
}
