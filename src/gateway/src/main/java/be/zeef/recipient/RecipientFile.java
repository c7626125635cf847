package be.zeef.recipient;

import be.zeef.columns.ColumnMap;
import be.zeef.columns.PeriodChecks.Rules;
import java.nio.file.Path;
import java.util.Set;

/**
 * What a recipient of files is, as {@code recipient.yaml} in its folder says: a new recipient is a new folder.
 *
 * @param folder in {@code mappings/recipients}, where its column map and the schema of its receipts lie too; its name is the
 *     recipient's
 * @param series what its deliveries are called ({@link Packer#series})
 * @param rules what a line may say
 * @param days the days that a delivery of a year may grant
 * @param forms which of the ways to write a delivery is its
 */
public record RecipientFile(Path folder, String series, Rules rules, GrantDays days, String forms) {

    /** Its name, wherever there is one: in agreements, in the settings, of its mailbox and of its certificate. */
    public String system() {
        return folder.getFileName().toString();
    }

    /** The column map beside it. */
    public ColumnMap columns() {
        return ColumnMap.load(folder.resolve("columns.yaml"), rules);
    }

    /**
     * Reads and checks the file.
     *
     * @param forms every way to write a delivery that there is
     * @throws be.zeef.validation.InvalidMessageException saying where in the file what is wrong
     */
    public static RecipientFile read(Path folder, Set<String> forms) {
        return new RecipientFileReader(folder, forms).read();
    }
}
