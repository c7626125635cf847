package be.zeef.payment.release;

import be.zeef.payment.PaymentFiles;
import be.zeef.trust.Statement;
import java.util.Optional;

/**
 * A payment file that is what was composed: its bytes have its digest, and order as many transfers, as much money and the day that its
 * row says.
 *
 * @param content the very bytes that the bank gets
 * @param composer whose run composed it, when that run was signed
 * @param statement what must be signed to release it
 */
public record GenuineFile(PaymentFiles.Row file, byte[] content, Optional<Releaser> composer, Statement statement) {

    /** Whether this is who composed it, by name or by key. */
    boolean isComposedBy(Releaser person) {
        return composer.filter(who -> who.person().equals(person.person()) || who.hasTheKeyOf(person.certificate()))
                .isPresent();
    }

    @Override
    public String toString() {
        return file.name();
    }
}
