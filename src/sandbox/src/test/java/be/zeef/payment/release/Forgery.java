package be.zeef.payment.release;

import be.zeef.payment.PaymentFiles;
import be.zeef.trust.Statement;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What somebody could make who has the database, or a signature made for something else. */
public final class Forgery {

    private Forgery() {}

    /** A release is written down that nobody need have made. */
    public static void write(Handle handle, String file, String person, String certificate, byte[] signature) {
        PaymentSignatures.insert(
                handle,
                new PaymentSignatures.Row(
                        file, PaymentSignatures.Act.RELEASED, person, certificate, signature, "2026-07-01T06:00:00Z"));
    }

    /** That this person composed it, instead of that they release it. */
    public static Statement composition(String agreement, PaymentFiles.Row file, String person) {
        return Statements.composition(agreement, file, person);
    }

    /** Its release under another agreement. */
    public static Statement release(String agreement, PaymentFiles.Row file) {
        return Statements.release(agreement, file, Optional.empty());
    }
}
