package be.zeef.ledger.event;

import java.time.YearMonth;
import java.util.List;

/** Written when a file of a source was read, in the transaction that stores what it said, if anything of it is stored. */
public sealed interface AnswerRead extends Note {

    @Override
    default EntryKind entry() {
        return EntryKind.ANSWER_READ;
    }

    /**
     * The answer to a list of people.
     *
     * @param referte of the question
     * @param persons how many it was about
     * @param known of how many it says something
     * @param codes the source's exception codes that were met, in the order in which they were
     */
    record OfList(String referte, int persons, long known, List<String> codes) implements AnswerRead {}

    /**
     * What became of inscriptions.
     *
     * @param referte of the question
     * @param persons how many it was about
     */
    record OfInscriptions(String referte, int persons) implements AnswerRead {}

    /**
     * A file of granted birth allowances.
     *
     * @param version of the agreement, its digest
     * @param file the source's own id of it
     * @param month of the grants
     * @param digest of its content, decrypted
     * @param rows in it
     * @param granted children that get a premium by it
     */
    record OfAllowances(
            String version, String source, String file, YearMonth month, String digest, long rows, long granted)
            implements AnswerRead {}
}
