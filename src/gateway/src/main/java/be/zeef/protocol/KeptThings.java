package be.zeef.protocol;

import be.zeef.agreement.Agreement;
import java.util.ArrayList;
import java.util.List;

/** What is kept under an agreement, by the names that its {@code retention} gives them; told from what runs. */
public final class KeptThings {

    private KeptThings() {}

    /** In the order in which they are told. */
    public static List<String> of(Agreement agreement) {
        List<String> kept = new ArrayList<>(List.of("decisions"));
        if (agreement.payment().isPresent()) {
            kept.add("payments");
        } else if (agreement.isSynced()) {
            kept.add("grants");
        }
        if (agreement.benefits().stream().anyMatch(benefit -> benefit.grants().ofMembers())) {
            kept.add("members");
        }
        if (SystemsUsed.isInscribed(agreement)) {
            kept.add("inscriptions");
        }
        kept.add("ledger");
        return kept;
    }
}
