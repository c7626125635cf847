package be.zeef.ledger.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
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
     * @param wire the file as it came
     */
    record OfList(
            String referte,
            int persons,
            long known,
            List<String> codes,
            @JsonInclude(Include.NON_EMPTY) List<Wire> wire)
            implements AnswerRead {

        public OfList(String referte, int persons, long known, List<String> codes) {
            this(referte, persons, known, codes, List.of());
        }
    }

    /**
     * What became of inscriptions.
     *
     * @param referte of the question
     * @param persons how many it was about
     * @param wire the file as it came
     */
    record OfInscriptions(
            String referte,
            int persons,
            @JsonInclude(Include.NON_EMPTY) List<Wire> wire) implements AnswerRead {

        public OfInscriptions(String referte, int persons) {
            this(referte, persons, List.of());
        }
    }

    /**
     * A file of granted birth allowances.
     *
     * @param version of the agreement, its digest
     * @param file the source's own id of it
     * @param month of the grants
     * @param digest of its content, decrypted
     * @param rows in it
     * @param granted children that get a premium by it
     * @param wire the file as it came, signed and enciphered
     */
    record OfAllowances(
            String version,
            String source,
            String file,
            YearMonth month,
            String digest,
            long rows,
            long granted,
            @JsonInclude(Include.NON_EMPTY) List<Wire> wire)
            implements AnswerRead {

        public OfAllowances(
                String version, String source, String file, YearMonth month, String digest, long rows, long granted) {
            this(version, source, file, month, digest, rows, granted, List.of());
        }
    }

    /**
     * A file that was read and not used: nothing that it said is stored. Its name is not kept, which is whatever its sender wrote.
     *
     * @param source whose mailbox it lay in
     * @param why the codes of what is wrong with it, as a run's findings tell them
     * @param wire the file as far as it was read
     */
    record Refused(
            String source,
            List<String> why,
            @JsonInclude(Include.NON_EMPTY) List<Wire> wire) implements AnswerRead {}
}
