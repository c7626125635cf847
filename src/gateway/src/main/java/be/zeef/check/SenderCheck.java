package be.zeef.check;

import be.zeef.agreement.Agreements;
import be.zeef.protocol.SystemsUsed;
import be.zeef.settings.Settings;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether each agreement that asks MAGDA does so under a sender URI of its own: MAGDA hands out one per purpose, and an
 * inscription that one agreement ends would be another's too.
 */
public final class SenderCheck {

    private SenderCheck() {}

    public static Report of(Agreements all, Settings settings) {
        Map<String, List<String>> byUri = new TreeMap<>();
        for (String id : all.ids()) {
            if (asksMagda(all, id)) {
                byUri.computeIfAbsent(settings.magda().senderOf(id).uri(), none -> new ArrayList<>())
                        .add(id);
            }
        }
        Findings findings = new Findings();
        byUri.forEach((uri, agreements) -> {
            if (agreements.size() > 1) {
                findings.add(
                        Finding.warning("check.sender-shared", Location.WHOLE, uri, String.join(", ", agreements)));
            }
        });
        return findings.report("senders");
    }

    /** An agreement that is refused is told where agreements are checked. */
    private static boolean asksMagda(Agreements all, String id) {
        try {
            return SystemsUsed.isInscribed(all.load(id));
        } catch (InvalidMessageException e) {
            return false;
        }
    }
}
