package be.zeef.recipient.ivago;

import be.zeef.recipient.Recipient;
import be.zeef.recipient.SignedReceipts;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SortedSet;

/** IVAGO, wired. */
public final class IvagoRecipient {

    /** Its name in agreements, of its mailbox and of its certificate. */
    public static final String SYSTEM = "ivago";

    private IvagoRecipient() {}

    public static Recipient of(Settings settings, Keys keys, Clock clock) {
        Path mappings = settings.home().resolve("mappings");
        return new Recipient(
                SYSTEM,
                new IvagoPacker(mappings, keys),
                new SignedReceipts(mappings, keys, SYSTEM, clock),
                settings.partner(SYSTEM).receiptWithin());
    }

    /** Every value of a flag that it understands. */
    public static SortedSet<String> values() {
        return LineChecks.CATEGORIES;
    }
}
