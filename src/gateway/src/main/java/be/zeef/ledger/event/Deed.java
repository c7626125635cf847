package be.zeef.ledger.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is done between two entries: an intent before it, an outcome after it that names the intent. */
public enum Deed {
    /** A call of a source. */
    CALL(EntryKind.CALL_INTENT, EntryKind.CALL_OUTCOME, "intent", "code"),
    /** A question about one person, by a clerk or a back end. */
    QUESTION(EntryKind.ASKED, EntryKind.ANSWERED, "asked", "answer"),
    /** A claim of an amount, entered by a clerk. */
    CLAIM(EntryKind.CLAIM_INTENT, EntryKind.CLAIM_OUTCOME, "intent", "answer"),
    /** A question file; it may be sent again under the same Referte, and has an outcome each time. */
    QUESTION_FILE(EntryKind.QUESTION_INTENT, EntryKind.QUESTION_OUTCOME, "referte", "code"),
    /** A delivery, a grant or a payment file that is handed over. */
    DELIVERY(EntryKind.DELIVERY_INTENT, EntryKind.DELIVERY_OUTCOME, "intent", "code");

    private static final Map<String, Deed> BY_INTENT = by(deed -> deed.intent);
    private static final Map<String, Deed> BY_OUTCOME = by(deed -> deed.outcome);

    private final EntryKind intent;
    private final EntryKind outcome;
    private final String names;
    private final String code;

    Deed(EntryKind intent, EntryKind outcome, String names, String code) {
        this.intent = intent;
        this.outcome = outcome;
        this.names = names;
        this.code = code;
    }

    private static Map<String, Deed> by(Function<Deed, EntryKind> kind) {
        return Arrays.stream(values())
                .collect(Collectors.toUnmodifiableMap(deed -> kind.apply(deed).name(), Function.identity()));
    }

    /** The deed whose intents are of this kind. */
    public static Optional<Deed> ofIntent(String kind) {
        return Optional.ofNullable(BY_INTENT.get(kind));
    }

    /** The deed whose outcomes are of this kind. */
    public static Optional<Deed> ofOutcome(String kind) {
        return Optional.ofNullable(BY_OUTCOME.get(kind));
    }

    public EntryKind intent() {
        return intent;
    }

    public EntryKind outcome() {
        return outcome;
    }

    /** The field of the outcome that names the intent: by its entry, or by the Referte that both carry. */
    public String names() {
        return names;
    }

    /** The field of the outcome that says how it ended. */
    public String code() {
        return code;
    }

    /** Whether an outcome names its intent by the intent's entry. */
    public boolean namesEntry() {
        return this != QUESTION_FILE;
    }
}
