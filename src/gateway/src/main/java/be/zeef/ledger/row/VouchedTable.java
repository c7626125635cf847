package be.zeef.ledger.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables whose rows the ledger vouches for: each column of theirs, but those that are named with the reason why not. The order of
 * the columns is that of a row's digest, and new ones come at the end.
 */
enum VouchedTable {
    GRANTS(
            "grant",
            List.of("agreement", "grant_year", "subject"),
            List.of(
                    "vault",
                    "line",
                    "sync_id",
                    "delivery",
                    "result",
                    "code",
                    "from_day",
                    "until_day",
                    "key_vault",
                    "flag_value",
                    "person",
                    "columns_vault",
                    "standing"),
            Set.of()),
    GRANT_IMPROVEMENT(
            "better value that waits",
            List.of("agreement", "grant_year", "subject"),
            List.of("flag_value", "line", "key_vault", "sync_id", "from_day", "columns_vault"),
            Set.of()),
    CLAIM(
            "claim",
            List.of("agreement", "reference"),
            List.of(
                    "id",
                    "claim_year",
                    "subject",
                    "association",
                    "asked",
                    "granted",
                    "remaining",
                    "state",
                    "clerk",
                    "on_day",
                    "entered"),
            Set.of()),
    PREMIUM("premium", List.of("agreement", "child"), List.of("allowance", "cents", "shares"), Set.of()),
    PAYMENT(
            "payment",
            List.of("id"),
            List.of(
                    "agreement",
                    "child",
                    "share",
                    "attempt",
                    "cents",
                    "payee",
                    "account",
                    "vault",
                    "state",
                    "reason",
                    "file",
                    "stands_for"),
            Set.of()),
    /** Its content, the vault, is a whole file: the digest beside it vouches for that. */
    PAYMENT_FILE(
            "payment file",
            List.of("name"),
            List.of(
                    "agreement",
                    "for_month",
                    "sequence",
                    "format",
                    "execution",
                    "payments",
                    "cents",
                    "digest",
                    "state",
                    "composed",
                    "handed"),
            Set.of("vault")),
    /** Each run writes for everybody when an inscription was last needed: it grants nothing, and says when one may be ended. */
    INSCRIPTION("inscription", List.of("agreement", "subject"), List.of("vault", "since"), Set.of("needed")),
    DELIVERY(
            "delivery",
            List.of("name"),
            List.of("agreement", "grant_year", "sequence", "sync_id", "lines", "state", "code", "sent"),
            Set.of()),
    OBJECTION(
            "objection",
            List.of("agreement", "subject", "kind"),
            List.of("vault", "clerk", "reason", "entered", "entry"),
            Set.of());

    /** Sealed values; all others are told apart by their texts. */
    private static final String BYTES = "vault";

    /** The only column of a key that is no text. */
    private static final String YEAR = "grant_year";

    /** Stands in no key. */
    static final String JOINT = "|";

    private final String word;
    private final List<String> keys;
    private final List<String> others;
    private final Set<String> left;

    VouchedTable(String word, List<String> keys, List<String> others, Set<String> left) {
        this.word = word;
        this.keys = keys;
        this.others = others;
        this.left = left;
    }

    /** As the database calls it. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a row of it is, for people. */
    String word() {
        return word;
    }

    /** Those that tell its rows apart, in their order. */
    List<String> keys() {
        return keys;
    }

    /** All that are vouched for, those of the key first. */
    List<String> columns() {
        return Stream.concat(keys.stream(), others.stream()).toList();
    }

    /** Those that are not. */
    Set<String> left() {
        return left;
    }

    static boolean isBytes(String column) {
        return column.endsWith(BYTES);
    }

    /** A row's key as one text, in SQL. */
    String keyIn(String alias) {
        return keys.stream().map(column -> alias + "." + column).collect(Collectors.joining(" || '" + JOINT + "' || "));
    }

    /** Whether a row has a key of which the {@link #parts} are bound in their order, in SQL. */
    String keyIs() {
        return keys.stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
    }

    /** What the columns of a key are; empty when no row can have it. */
    Optional<List<Object>> parts(String key) {
        String[] parts = key.split(Pattern.quote(JOINT), -1);
        if (parts.length != keys.size()) {
            return Optional.empty();
        }
        try {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < parts.length; i++) {
                values.add(keys.get(i).equals(YEAR) ? (Object) Integer.valueOf(parts[i]) : parts[i]);
            }
            return Optional.of(values);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<VouchedTable> of(String table) {
        return Arrays.stream(values())
                .filter(each -> each.table().equalsIgnoreCase(table))
                .findAny();
    }
}
