package be.zeef.recipient.education;

import be.zeef.columns.ColumnFile;
import be.zeef.columns.ColumnMap;
import be.zeef.delivery.SealedPacker;
import be.zeef.recipient.Recipient;
import be.zeef.recipient.SignedReceipts;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SortedSet;

/** Education invoicing, wired. */
public final class EducationRecipient {

    /** Its name in agreements, of its mailbox and of its certificate. */
    public static final String SYSTEM = "education";

    private EducationRecipient() {}

    /** @throws be.zeef.validation.InvalidMessageException when its column map cannot be used */
    public static Recipient of(Settings settings, Keys keys, Clock clock) {
        Path mappings = settings.home().resolve("mappings");
        return new Recipient(
                SYSTEM,
                new SealedPacker(keys, SYSTEM, new TariffForms(mappings)),
                new SignedReceipts(mappings, keys, SYSTEM, clock),
                settings.education().receiptWithin());
    }

    /**
     * The column map as it stands there.
     *
     * @throws be.zeef.validation.InvalidMessageException when it cannot be used
     */
    public static ColumnMap columns(Path mappings) {
        return TariffForms.columns(mappings);
    }

    /** Holds a decrypted CSV delivery against the column map. */
    public static Report check(Path mappings, Path file) throws IOException {
        return ColumnFile.check(file, columns(mappings), TariffForms.RULES);
    }

    /** Every value of a flag that it understands. */
    public static SortedSet<String> values() {
        return TariffForms.RULES.values();
    }
}
