package be.zeef.payment.release;

import be.zeef.payment.PaymentRefusedException;
import java.util.List;

/** Where an installation pins people to their certificates. */
@FunctionalInterface
public interface Releasers {

    /**
     * Everybody who may act on payments, with each of their certificates; a person with several certificates stands here several times.
     *
     * @throws PaymentRefusedException when that cannot be told; nobody may act then
     */
    List<Releaser> pinned();
}
