package be.zeef.payment;

import org.jdbi.v3.core.Handle;

/** A transfer that was refused, once another was made in its place or its right is gone: nothing of it is open, and nothing of the beneficiary is kept. */
public final class RefusedBefore {

    private RefusedBefore() {}

    public static void replaced(Handle handle, Payments.Row refused) {
        if (refused.state() == Payments.State.REJECTED) {
            BankCases.closes(handle, refused.id());
            Payments.forget(handle, refused.id());
        }
    }
}
