package be.zeef.protocol;

import be.zeef.agreement.Agreement;
import java.util.ArrayList;
import java.util.List;

/** What is kept under an agreement, by the names that its {@code retention} gives them; told from what runs. */
public final class KeptThings {

    private KeptThings() {}

    /** In the order in which they are told. Of who only asks about one person at a counter no decision is kept but in the ledger. */
    public static List<String> of(Agreement agreement) {
        List<String> kept = new ArrayList<>();
        if (agreement.claims().isPresent()) {
            kept.addAll(List.of("claims", "payments"));
        } else if (agreement.payment().isPresent()) {
            kept.addAll(List.of("decisions", "payments"));
        } else if (agreement.isSynced()) {
            kept.addAll(List.of("decisions", "grants"));
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
