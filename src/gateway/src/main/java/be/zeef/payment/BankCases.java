package be.zeef.payment;

import be.zeef.storage.InstantTexts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table {@code payment_case}: what a bank said of a transfer, and what of it is still open. */
public final class BankCases {

    private static final RowMapper<Row> ROW = ConstructorMapper.of(Row.class);

    private BankCases() {}

    /** What is open about a transfer. */
    public enum Kind {
        /** The bank refused one of its file that nobody can match, so nothing of the file is known by default. */
        UNMATCHED,
        /** The bank had it before, it says. */
        DUPLICATE,
        /** It was cancelled or blocked on its way. */
        STOPPED,
        /** It was refused, and the reasons leave doubt. */
        UNCLEAR,
        /** It was accepted for good and refused, in whatever order. */
        CONTRADICTED,
        /** It was accepted although another was made in its place. */
        TWICE,
        /** The beneficiary's account: a correction is waited for. */
        ACCOUNT
    }

    /** What a bank ever said, whenever and in whatever order. */
    public enum Word {
        A,
        D,
        R,
        S,
        /** One of its file was refused that nobody could match. */
        U,
        /** All of its file was accepted, and of that one was refused that nobody could match: it may have been paid. */
        M
    }

    /**
     * @param heard the letters of {@link Word}, in order
     * @param said the last status with its codes
     * @param kind what is open; empty when nothing is
     * @param since from when on it is open, in ISO 8601; empty with the kind
     */
    public record Row(String payment, String heard, String said, Optional<Kind> kind, Optional<String> since) {

        public boolean hasHeard(Word word) {
            return heard.contains(word.name());
        }

        /** Whether this is what is open. */
        public boolean isOpenAs(Kind open) {
            return kind.filter(open::equals).isPresent();
        }

        /** @throws java.util.NoSuchElementException when nothing is open */
        public Instant from() {
            return Instant.parse(since.orElseThrow());
        }

        Row hearing(Word word) {
            TreeSet<String> all = heard.chars()
                    .mapToObj(letter -> String.valueOf((char) letter))
                    .collect(Collectors.toCollection(TreeSet::new));
            all.add(word.name());
            return new Row(payment, String.join("", all), said, kind, since);
        }
    }

    /** What is known of a transfer; nothing was heard of one that stands nowhere. */
    public static Row of(Handle handle, String payment) {
        return handle.select("select * from payment_case where payment = ?", payment)
                .map(ROW)
                .findOne()
                .orElse(new Row(payment, "", "", Optional.empty(), Optional.empty()));
    }

    /** Everything that is open under an agreement, the oldest first. */
    public static List<Row> open(Handle handle, String agreement) {
        return handle.select(
                        "select * from payment_case where agreement = ? and kind is not null order by "
                                + InstantTexts.inTime("since") + ", payment",
                        agreement)
                .map(ROW)
                .list();
    }

    /** The bank said this. */
    public static void heard(Handle handle, String agreement, String payment, Word word, String said) {
        Row row = of(handle, payment).hearing(word);
        put(handle, agreement, new Row(payment, row.heard, said, row.kind, row.since));
    }

    /** The bank said this, and it is no last word. */
    public static void said(Handle handle, String agreement, String payment, String said) {
        Row row = of(handle, payment);
        put(handle, agreement, new Row(payment, row.heard, said, row.kind, row.since));
    }

    /** From now on this is open; one that was so before stays as old as it is. */
    public static void opens(Handle handle, String agreement, String payment, Kind kind, Instant now) {
        Row row = of(handle, payment);
        String since = row.since.orElse(now.toString());
        put(handle, agreement, new Row(payment, row.heard, row.said, Optional.of(kind), Optional.of(since)));
    }

    /** Nothing is open about it any more. */
    public static void closes(Handle handle, String payment) {
        handle.execute("update payment_case set kind = null, since = null where payment = ?", payment);
    }

    private static void put(Handle handle, String agreement, Row row) {
        handle.execute("delete from payment_case where payment = ?", row.payment);
        handle.execute(
                "insert into payment_case (payment, agreement, heard, said, kind, since) values (?, ?, ?, ?, ?, ?)",
                row.payment,
                agreement,
                row.heard,
                row.said,
                row.kind.map(Kind::name),
                row.since);
    }
}
