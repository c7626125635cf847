package be.zeef.payment.release;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Who composed and released payment files that may not be kept any more. */
public final class OldSignatures {

    private OldSignatures() {}

    /** @param files that were removed */
    public static void remove(Handle handle, List<String> files) {
        files.forEach(file -> PaymentSignatures.remove(handle, file));
    }
}
