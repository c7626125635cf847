package be.zeef.payment;

import be.zeef.objection.Objections;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The transfers of one agreement that are for, or to, somebody who objected, as they are within one transaction: no machine pays them. A
 * claim is for whom it was entered for. Immutable.
 */
public final class ObjectedPayments {

    private final String agreement;
    private final Set<String> ids;

    private ObjectedPayments(String agreement, Set<String> ids) {
        this.agreement = agreement;
        this.ids = ids;
    }

    public static ObjectedPayments of(Handle handle, PaymentSecrets secrets) {
        Objections objections = Objections.of(handle, secrets.people());
        return new ObjectedPayments(
                secrets.agreement(), objections.isEmpty() ? Set.of() : ids(handle, secrets.agreement(), objections));
    }

    private static Set<String> ids(Handle handle, String agreement, Objections objections) {
        return handle.createQuery("select p.id from payment p where p.agreement = :agreement"
                        + " and (p.child in (<objected>) or p.payee in (<objected>) or p.child in"
                        + " (select c.id from claim c where c.agreement = :agreement and c.subject in (<objected>)))")
                .bind("agreement", agreement)
                .bindList("objected", objections.pseudonyms())
                .mapTo(String.class)
                .set();
    }

    /** Those of these that are none of them. */
    public List<Payments.Row> without(List<Payments.Row> rows) {
        return rows.stream().filter(row -> !ids.contains(row.id())).toList();
    }

    /** Whether one of them is in this file. */
    public boolean isIn(Handle handle, String file) {
        return !ids.isEmpty()
                && Payments.ofFile(handle, agreement, file).stream().anyMatch(row -> ids.contains(row.id()));
    }
}
