package be.zeef.agreement;

import be.zeef.agreement.Manifest.Difference;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.util.Optional;

/** Holds what a data-protection officer signed against what decides now. */
final class SignedManifest {

    private SignedManifest() {}

    /**
     * Names each file that was changed, removed or added since it was signed.
     *
     * @param content that was signed; only the text of a manifest counts
     * @param side {@code sender} or {@code recipient}
     */
    static void compare(byte[] content, Manifest now, String side, Findings findings) {
        Optional<Manifest> signed =
                Manifest.read(content).filter(each -> each.agreement().equals(now.agreement()));
        if (signed.isEmpty()) {
            findings.add(Finding.error("agreement.approval-version", Location.WHOLE, side, now.agreement()));
            return;
        }
        for (Difference each : signed.get().differences(now)) {
            findings.add(Finding.error(code(each), Location.WHOLE, side, each.file()));
        }
    }

    private static String code(Difference difference) {
        return switch (difference.change()) {
            case CHANGED -> "agreement.approval-changed";
            case GONE -> "agreement.approval-gone";
            case NEW -> "agreement.approval-new";
        };
    }
}
