package be.zeef.grant;

import be.zeef.subject.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** What stands of one person in the tables {@code grants}, {@code grant_improvement} and {@code grant_member}, for that person to know. */
public final class GrantsOfPerson {

    private GrantsOfPerson() {}

    /**
     * A grant.
     *
     * @param benefit under what it stands
     * @param key what it is told apart by within its benefit and year
     * @param value that left or will leave
     * @param delivery the one that it stands in
     * @param result what the recipient said of it
     * @param along what of the population goes with it, by name
     */
    public record Held(
            String benefit,
            int year,
            String key,
            LocalDate from,
            LocalDate until,
            String value,
            String standing,
            Optional<String> delivery,
            Optional<String> result,
            String code,
            SortedMap<String, String> along) {

        @Override
        public String toString() {
            return "Grant";
        }
    }

    /**
     * A better value that waits for its delivery.
     *
     * @param key as in {@link Held}
     */
    public record Waiting(String benefit, int year, String key, String value) {

        @Override
        public String toString() {
            return "Waiting";
        }
    }

    /**
     * That the person stood in the household of a grant.
     *
     * @param key of the grant, for its time and for nobody's eyes: it may stand for another person
     */
    public record Member(String benefit, int year, String key) {

        @Override
        public String toString() {
            return "Member";
        }
    }

    /**
     * @param numbers pseudonyms of all of the person's numbers
     * @param vault by what a grant stands under, the vault of its agreement
     */
    public static List<Held> held(Handle handle, Collection<String> numbers, Function<String, Vault> vault) {
        return handle.createQuery(
                        "select agreement, grant_year, subject, from_day, until_day, flag_value, standing, delivery,"
                                + " result, code, columns_vault from grants where subject in (<numbers>) or person in (<numbers>)")
                .bindList("numbers", numbers)
                .map((row, context) -> held(row, vault))
                .list();
    }

    private static Held held(ResultSet row, Function<String, Vault> vault) throws SQLException {
        String benefit = row.getString("agreement");
        return new Held(
                benefit,
                row.getInt("grant_year"),
                row.getString("subject"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("flag_value"),
                row.getString("standing"),
                Optional.ofNullable(row.getString("delivery")),
                Optional.ofNullable(row.getString("result")),
                row.getString("code"),
                SealedColumns.all(row.getBytes("columns_vault"), vault.apply(benefit)));
    }

    /**
     * @param grants those of the person: a waiting value stands under the grant's key
     */
    public static List<Waiting> waiting(Handle handle, Collection<Held> grants) {
        return grants.stream()
                .flatMap(grant -> handle
                        .select(
                                "select flag_value from grant_improvement where agreement = ? and grant_year = ? and subject = ?",
                                grant.benefit,
                                grant.year,
                                grant.key)
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .map(value -> new Waiting(grant.benefit, grant.year, grant.key, value)))
                .toList();
    }

    /** @param numbers pseudonyms of all of the person's numbers */
    public static List<Member> member(Handle handle, Collection<String> numbers) {
        return handle.createQuery("select agreement, grant_year, subject from grant_member where member in (<numbers>)")
                .bindList("numbers", numbers)
                .map((row, context) ->
                        new Member(row.getString("agreement"), row.getInt("grant_year"), row.getString("subject")))
                .list();
    }
}
