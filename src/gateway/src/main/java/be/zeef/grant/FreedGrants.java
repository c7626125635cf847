package be.zeef.grant;

import org.jdbi.v3.core.Handle;

/** Grants of a delivery that is never handed over. */
public final class FreedGrants {

    private FreedGrants() {}

    /** They stand in no delivery again, and go out with the next; how many. */
    public static int of(Handle handle, String delivery) {
        return handle.createUpdate("update grants set " + Grants.OPENED
                        + " where delivery = :delivery and standing = 'IN_DELIVERY'")
                .bind("delivery", delivery)
                .execute();
    }
}
