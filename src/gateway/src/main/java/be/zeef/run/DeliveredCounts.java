package be.zeef.run;

/**
 * What became of a run's delivery.
 *
 * @param name of the delivery; of several, separated by commas; empty when there is none
 * @param lines handed over
 * @param receipt what is known of it, in a word ({@link SyncReport#receipt()})
 * @param refused lines that the recipient refused
 */
public record DeliveredCounts(String name, long lines, String receipt, long refused) {

    static final DeliveredCounts NONE = new DeliveredCounts("", 0, "none", 0);

    /** What the recipient said in one word: of all lines, refused or not, the same word only where it is true of all. */
    public static String receipt(long lines, long refused, String otherwise) {
        if (refused == 0) {
            return otherwise;
        }
        return refused < lines ? "partly refused" : "refused";
    }
}
