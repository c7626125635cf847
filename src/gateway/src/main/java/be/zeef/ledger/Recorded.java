package be.zeef.ledger;

import be.zeef.ledger.event.EntryKind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * What the ledger recorded of one event, for whoever holds tables against it. Bodies of old ledgers may lack fields of today.
 *
 * @param entry its number
 * @param at instant in UTC, ISO 8601 to the millisecond
 * @param kind the name of its kind
 * @param agreement under which it happened
 * @param sync the run it belongs to, 0 for none
 */
public record Recorded(long entry, String at, String kind, String agreement, long sync, JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What runs decided. */
    public static void decided(Handle handle, Consumer<Recorded> told) {
        each(handle, EntryKind.DECIDED, told);
    }

    /** Which question files were to be sent. */
    public static void questionFiles(Handle handle, Consumer<Recorded> told) {
        each(handle, EntryKind.QUESTION_INTENT, told);
    }

    /** Which deliveries were packed, payment files among them. */
    public static void packed(Handle handle, Consumer<Recorded> told) {
        each(handle, EntryKind.DELIVERY_PACKED, told);
    }

    /** What was to be handed over. */
    public static void handedOver(Handle handle, Consumer<Recorded> told) {
        each(handle, EntryKind.DELIVERY_INTENT, told);
    }

    /** What people closed of their payments, signature by signature. */
    public static void closings(Handle handle, Consumer<Recorded> told) {
        each(handle, EntryKind.PAYMENTS_CLOSED, told);
    }

    /** What was removed, since it might not be kept any more. */
    public static void removed(Handle handle, Consumer<Recorded> told) {
        each(handle, EntryKind.REMOVED, told);
    }

    /** Which vouched rows were written. */
    public static void rowsWritten(Handle handle, Consumer<Recorded> told) {
        each(handle, EntryKind.ROWS_WRITTEN, told);
    }

    /** What data-protection officers did to agreements: suspended, resumed and revoked them. */
    public static void acts(Handle handle, Consumer<Recorded> told) {
        each(handle, EntryKind.AGREEMENT_ACT, told);
    }

    /** The same of one agreement; as quick in a long ledger as in a short one. */
    public static List<Recorded> acts(Handle handle, String agreement) {
        return Chain.ofKind(handle, EntryKind.AGREEMENT_ACT.name(), agreement).stream()
                .map(Recorded::of)
                .toList();
    }

    /** How people abandoned runs, signature by signature. */
    public static void abandonings(Handle handle, Consumer<Recorded> told) {
        each(handle, EntryKind.RUN_ABANDONED, told);
    }

    /**
     * What a run was about to hand over: question files, deliveries and tariffs. Nothing of them leaves without such an entry.
     *
     * @param first the entry with which the run began; 0 where that is not known, which reads the whole ledger
     */
    public static List<Recorded> handedOver(Handle handle, long run, long first) {
        List<String> kinds = List.of(EntryKind.QUESTION_INTENT.name(), EntryKind.DELIVERY_INTENT.name());
        List<Recorded> handedOver = new ArrayList<>();
        try (var entries = Chain.ofRun(handle, run, first, kinds)) {
            entries.forEachRemaining(entry -> handedOver.add(of(entry)));
        }
        return handedOver;
    }

    /** When an entry was written; empty of one that is not kept any more. */
    public static Optional<Instant> at(Handle handle, long entry) {
        return Chain.at(handle, entry).filter(at -> !at.isEmpty()).map(Instant::parse);
    }

    /** By agreement, the last day of which entries were removed, since they might not be kept any more. */
    public static SortedMap<String, LocalDate> goneUpTo(Handle handle) {
        return removedUpTo(handle, "ledger");
    }

    /**
     * By agreement, the last day of which things were removed, since they might not be kept any more.
     *
     * @param what by the name that an agreement's retention gives them
     */
    public static SortedMap<String, LocalDate> removedUpTo(Handle handle, String what) {
        SortedMap<String, LocalDate> until = new TreeMap<>();
        removed(handle, entry -> {
            if (entry.text("what").equals(what)) {
                until.merge(
                        entry.agreement(),
                        LocalDate.parse(entry.text("until")),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        });
        return until;
    }

    /** All of it that is kept, from the first entry to the last; within a transaction it is a stream, and memory does not grow with it. */
    public static void all(Handle handle, Consumer<Recorded> told) {
        try (var entries = Chain.after(handle, 0)) {
            entries.forEachRemaining(entry -> {
                if (!entry.isEmptied()) {
                    told.accept(of(entry));
                }
            });
        }
    }

    /** In the order of their entries. */
    private static void each(Handle handle, EntryKind kind, Consumer<Recorded> told) {
        try (var entries = Chain.ofKind(handle, kind.name())) {
            entries.forEachRemaining(entry -> told.accept(of(entry)));
        }
    }

    static Recorded of(Entry entry) {
        return new Recorded(
                entry.id(), entry.at(), entry.kind(), entry.agreement(), entry.syncId(), json(entry.body()));
    }

    /** Whether it says that a delivery was to be handed over. */
    public boolean isOfDelivery() {
        return kind.equals(EntryKind.DELIVERY_INTENT.name());
    }

    /** What a field says; empty where this entry has none. */
    public String text(String field) {
        return body.path(field).asText("");
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ledger entry is no JSON", e);
        }
    }
}
