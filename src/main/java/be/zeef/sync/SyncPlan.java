package be.zeef.sync;

import be.zeef.recipient.DeliveryHead;
import be.zeef.source.StatusAsked;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an agreement tells a run to do; nothing else can be asked.
 *
 * @param version hash of the agreement
 * @param operation what the list source calls the operation
 * @param statuses asked of the list source, 1–8
 * @param measures asked of the welfare database
 * @param parameters fixed inputs of the rule
 * @param identifier how the recipient is told who the household is
 * @param sender who delivers, such as {@code gent.be}
 */
public record SyncPlan(
        String agreement,
        String version,
        String operation,
        List<StatusAsked> statuses,
        Set<String> measures,
        Map<String, String> parameters,
        Identifier identifier,
        DeliveryHead.Format format,
        String sender) {

    public SyncPlan {
        statuses = List.copyOf(statuses);
        measures = Set.copyOf(measures);
        parameters = Map.copyOf(parameters);
    }

    /** How a recipient is told who a line is about. */
    public enum Identifier {
        /** The INSZ of the reference person: the agreement says so. */
        INSZ,
        /** A pseudonym under the agreement's key. */
        PAIRWISE
    }
}
