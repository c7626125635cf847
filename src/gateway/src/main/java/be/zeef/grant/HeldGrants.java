package be.zeef.grant;

import be.zeef.objection.Objections;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Grants that are not handed over because of an objection: somebody's who objected, or of a household in which such a person stood when it
 * was given. They stay as they are, so that they go out when it is withdrawn.
 */
public final class HeldGrants {

    private static final String HELD =
            "(coalesce(g.person, g.subject) in (<objected>) or exists (select 1 from grant_member m"
                    + " where m.agreement = g.agreement and m.grant_year = g.grant_year"
                    + " and m.subject = coalesce(g.person, g.subject) and m.member in (<objected>)))";

    private HeldGrants() {}

    /** How many of a benefit stand in no delivery because of one. */
    public static long count(Handle handle, String benefit, Objections objections) {
        return objections.isEmpty()
                ? 0
                : bound(
                                handle.createQuery("select count(*) from grants g where g.agreement = :agreement"
                                        + " and g.standing = 'OPEN' and " + HELD),
                                objections)
                        .bind("agreement", benefit)
                        .mapTo(Long.class)
                        .one();
    }

    /** What is so beside others of a grant {@code g} that may be handed over; of a statement that is {@link #bound}. */
    static String not(Objections objections) {
        return objections.isEmpty() ? "" : " and not " + HELD;
    }

    static <S extends SqlStatement<S>> S bound(S statement, Objections objections) {
        return objections.isEmpty() ? statement : statement.bindList("objected", objections.pseudonyms());
    }
}
