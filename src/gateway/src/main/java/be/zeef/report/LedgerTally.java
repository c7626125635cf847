package be.zeef.report;

import be.zeef.ledger.Recorded;
import be.zeef.ledger.event.Deed;
import be.zeef.ledger.event.EntryKind;
import be.zeef.subject.Today;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One way through the entries of one benefit, which counts what they tell by the month in Belgium in which they were written. Memory grows
 * with runs and deliveries, not with people.
 */
final class LedgerTally {

    private static final Map<String, EntryKind> KINDS =
            Arrays.stream(EntryKind.values()).collect(Collectors.toMap(Enum::name, Function.identity()));

    private static final String OK = "OK";
    private static final String SENT = "SENT";

    private final Tally tally = new Tally();

    /** Calls and deliveries that have no outcome yet, by their entry. */
    private final Map<Long, Recorded> open = new HashMap<>();

    private final Map<String, Receipts> receipts = new HashMap<>();
    private final Map<Long, Decided> decided = new LinkedHashMap<>();

    /** The month in which a run decided, and how many it left undetermined. */
    record Decided(YearMonth month, long undetermined) {}

    /** What was told of a delivery so far. */
    private static final Set<String> OVER = Set.of("ended", "missed", "skipped");

    private record Receipts(long good, long bad) {}

    /** Takes the next entry. */
    void see(Recorded entry) {
        EntryKind kind = KINDS.get(entry.kind());
        if (kind == null) {
            return;
        }
        YearMonth month = YearMonth.from(Today.at(Instant.parse(entry.at())));
        switch (kind) {
            case SYNC_STARTED -> started(month, entry);
            case CALL_INTENT, DELIVERY_INTENT -> intended(month, entry);
            case ASKED -> add(month, Group.ASKED, "counter", 1);
            case CLAIM_INTENT -> add(month, Group.ASKED, "claims", 1);
            case QUESTION_INTENT -> file(month, entry);
            case ANSWER_READ -> read(month, entry);
            case DECIDED -> decided(month, entry);
            case DELIVERY_PACKED -> packed(month, entry);
            case RECEIPT_READ -> receipt(month, entry);
            case CALL_OUTCOME, QUESTION_OUTCOME, ANSWERED, CLAIM_OUTCOME, DELIVERY_OUTCOME -> ended(month, entry);
            case GRANTED_BY_HAND -> add(month, Group.BY_HAND, "granted", 1);
            case GRANTS_CLOSED -> closed(month, entry);
            case PAYMENTS_CLOSED -> add(month, Group.BY_HAND, "payments", number(entry, "payments"));
            case QUESTION_REFUSED -> add(month, Group.FAILED, "refusedQuestion", 1);
            case REMOVED ->
                entry.body()
                        .path("rows")
                        .properties()
                        .forEach(row -> add(
                                month,
                                Group.REMOVED,
                                row.getKey(),
                                row.getValue().asLong()));
            case RELEASED -> add(month, Group.ACTS, "released", 1);
            case NAMES_SHOWN, ENTRIES_SHOWN -> add(month, Group.ACTS, "looked", 1);
            case AGREEMENT_ACT -> add(month, Group.ACTS, "act:" + entry.text("act"), 1);
            case MOMENT -> moment(month, entry);
            case SCHEDULE_ACT -> add(month, Group.ACTS, "schedule:" + entry.text("act"), 1);
            case SYNC_ENDED -> add(month, Group.ACTS, "runsEnded", 1);
            case RUN_ABANDONED ->
                add(month, Group.ACTS, "runsAbandoned", entry.body().has("abandoning") ? 0 : 1);
            case ROWS_WRITTEN -> {
                // vouches for rows of what other entries tell
            }
        }
    }

    /** The runs that decided, by their number, in the order in which they did. */
    Map<Long, Decided> runs() {
        return decided;
    }

    /** Why a run left people undetermined; what is not known stands under no cause. */
    void cause(YearMonth month, String cause, long count) {
        add(month, Group.UNDETERMINED, cause, count);
    }

    Figures told() {
        return tally.told();
    }

    private void add(YearMonth month, Group group, String key, long count) {
        tally.add(month, group, key, count);
    }

    private static long number(Recorded entry, String field) {
        return entry.body().path(field).asLong();
    }

    /** How each was over; on the way there it is planned, begun, and tried again. */
    private void moment(YearMonth month, Recorded entry) {
        String became = entry.text("became");
        if (OVER.contains(became)) {
            add(month, Group.ACTS, "moment:" + became, 1);
        }
    }

    private void started(YearMonth month, Recorded entry) {
        add(month, Group.ACTS, "runs", 1);
        add(month, Group.ASKED, "population", number(entry, "persons"));
        add(month, Group.FAILED, "refusedLines", number(entry, "refusedLines"));
    }

    private void intended(YearMonth month, Recorded entry) {
        open.put(entry.entry(), entry);
        if (entry.body().has("subject")) {
            boolean call = entry.kind().equals(EntryKind.CALL_INTENT.name());
            add(month, call ? Group.ASKED : Group.DELIVERED, call ? "call:" + entry.text("service") : "messages", 1);
        }
    }

    private void file(YearMonth month, Recorded entry) {
        String key =
                switch (entry.text("kind")) {
                    case "REGISTER" -> "inscribed";
                    case "DEREGISTER" -> "deregistered";
                    default -> "list";
                };
        add(month, Group.ASKED, key, number(entry, "persons"));
    }

    private void read(YearMonth month, Recorded entry) {
        if (entry.body().has("rows")) {
            add(month, Group.ANSWERED, "allowances", number(entry, "rows"));
            add(month, Group.DELIVERED, "granted", number(entry, "granted"));
        } else if (entry.body().has("why")) {
            add(month, Group.FAILED, "answer:REFUSED", 1);
        } else if (entry.body().has("known")) {
            add(month, Group.ANSWERED, "list", number(entry, "known"));
        } else {
            add(month, Group.ANSWERED, "inscriptions", number(entry, "persons"));
        }
    }

    private void decided(YearMonth month, Recorded entry) {
        add(month, Group.DECIDED, "eligible", number(entry, "eligible"));
        add(month, Group.DELIVERED, "granted", number(entry, "granted"));
        add(month, Group.DECIDED, "notEligible", number(entry, "notEligible"));
        decided.put(entry.sync(), new Decided(month, number(entry, "undetermined")));
    }

    private void packed(YearMonth month, Recorded entry) {
        add(month, Group.ACTS, "deliveries", 1);
        add(month, Group.DELIVERED, "lines", number(entry, "lines"));
        add(month, Group.DELIVERED, "payments", number(entry, "payments"));
    }

    /** A receipt tells what became of a delivery up to then: what it adds to the one before is counted in its month. */
    private void receipt(YearMonth month, Recorded entry) {
        String kind = entry.text("kind");
        if (kind.equals("technical") && !entry.text("code").equals(OK)) {
            add(month, Group.FAILED, "receipt:" + entry.text("code"), 1);
        }
        if (kind.equals("refused")) {
            add(month, Group.FAILED, "receipt:REFUSED", 1);
        }
        if (Set.of("technical", "repeated", "refused", "withdrawn").contains(kind)) {
            return;
        }
        boolean bank = kind.isEmpty();
        Receipts before = receipts.getOrDefault(entry.text("delivery"), new Receipts(0, 0));
        long bad = number(entry, bank ? "rejected" : "refused");
        long good = bank
                ? number(entry, "accepted")
                : before.good() + Math.max(0, number(entry, "lines") - (bad - before.bad()));
        add(month, Group.RECEIVED, bank ? "paid" : "accepted", good - before.good());
        add(month, Group.RECEIVED, bank ? "rejected" : "refused", bad - before.bad());
        receipts.put(entry.text("delivery"), new Receipts(good, bad));
    }

    private void closed(YearMonth month, Recorded entry) {
        if (entry.body().has("reference")) {
            add(month, Group.BY_HAND, "withdrawn", 1);
        } else {
            add(month, Group.BY_HAND, entry.body().has("until") ? "closed" : "deceased", number(entry, "grants"));
        }
    }

    private void ended(YearMonth month, Recorded entry) {
        Deed deed = Deed.ofOutcome(entry.kind()).orElseThrow();
        long intent = number(entry, deed.names());
        String code = entry.text(deed.code());
        switch (deed) {
            case QUESTION -> add(month, Group.COUNTER, code, 1);
            case CLAIM -> add(month, Group.CLAIMED, code, 1);
            case CALL -> called(month, entry, open.remove(intent), code);
            case DELIVERY -> handedOver(month, open.remove(intent), code);
            case QUESTION_FILE -> {
                if (!code.equals(SENT)) {
                    add(month, Group.FAILED, code.equals("GIVEN_UP") ? "givenUp" : "questionFile", 1);
                }
            }
        }
    }

    private void called(YearMonth month, Recorded entry, Recorded intent, String code) {
        boolean ofPerson = intent != null && intent.body().has("subject");
        if (entry.body().has("asked")) {
            add(month, Group.ASKED, "measures", number(entry, "asked"));
            add(month, Group.ANSWERED, "measures", code.equals(OK) ? number(entry, "asked") : 0);
        } else if (ofPerson && code.equals(OK)) {
            add(month, Group.ANSWERED, "call:" + intent.text("service"), 1);
        } else if (ofPerson) {
            add(month, Group.FAILED, "call:" + intent.text("service") + " " + code, 1);
        }
    }

    private void handedOver(YearMonth month, Recorded intent, String code) {
        if (intent == null) {
            return;
        }
        if (intent.body().has("subject")) {
            add(month, code.equals("FAILED") ? Group.FAILED : Group.RECEIVED, "message:" + code, 1);
        } else if (code.equals(SENT)) {
            add(month, Group.DELIVERED, "handedOver", number(intent, "lines"));
            add(month, Group.DELIVERED, "paymentsHandedOver", number(intent, "payments"));
        } else {
            add(month, Group.FAILED, "delivery", 1);
        }
    }
}
