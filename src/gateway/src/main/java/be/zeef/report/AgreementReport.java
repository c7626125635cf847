package be.zeef.report;

import be.zeef.agreement.Agreement;
import be.zeef.ledger.seal.Checkpoint;
import be.zeef.protocol.Protocol;
import be.zeef.standing.Halt;
import be.zeef.standing.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * All that is told of an agreement to its data-protection officers.
 *
 * @param file the agreement as it is written
 * @param periods in order
 * @param made when
 * @param head the checkpoint that the figures stand on; empty where the ledger has no entry
 * @param goneUpTo the last day of which entries are kept no longer, and not counted; empty where none were removed
 * @param figures by benefit
 * @param fields what answers can carry and what is read of them
 * @param kept what is kept, and until when, in words
 * @param protocol what is public
 */
public record AgreementReport(
        Agreement agreement,
        JsonNode file,
        List<Period> periods,
        Instant made,
        Optional<Checkpoint> head,
        Optional<LocalDate> goneUpTo,
        SortedMap<String, Figures> figures,
        Standing standing,
        List<Read> fields,
        Disclosed disclosed,
        List<String> kept,
        List<Protocol.Section> protocol) {

    public AgreementReport {
        periods = List.copyOf(periods);
        fields = List.copyOf(fields);
        kept = List.copyOf(kept);
        protocol = List.copyOf(protocol);
    }

    /**
     * How its version stands on the day of the report.
     *
     * @param approvals the sides of which one counts: {@code sender}, {@code recipient}
     */
    public record Standing(State state, Set<String> approvals, Optional<Halt> halt) {
        public Standing {
            approvals = Set.copyOf(approvals);
        }
    }

    /**
     * What the answers of one source can carry by their schema, and what is read of them.
     *
     * @param answer whose
     * @param fields how many there are in the schema
     * @param facts what is read
     */
    public record Read(String answer, int fields, List<String> facts) {
        public Read {
            facts = List.copyOf(facts);
        }

        /** Fields that something is read of: no more than there are, also where several things are read of one. */
        public int read() {
            return Math.min(fields, facts.size());
        }

        /** Fields that die with the answer. */
        public int dropped() {
            return fields - read();
        }
    }

    /**
     * What the signed proof of this version says.
     *
     * @param bits that leave per subject at most, by benefit and channel; empty where this version is not proved here
     * @param carried bits that the answers could carry, by answer
     */
    public record Disclosed(Map<String, Double> bits, Map<String, Double> carried) {
        /** Nothing is proved. */
        public static final Disclosed UNPROVED = new Disclosed(Map.of(), Map.of());
    }

    /** The last day that is not told although it lies in the periods, since its entries are kept no longer. */
    Optional<LocalDate> gone() {
        return goneUpTo.filter(day -> !periods.get(0).first().atDay(1).isAfter(day));
    }

    /** A text of the agreement's file. */
    String text(String pointer) {
        return file.at(pointer).asText().strip();
    }
}
