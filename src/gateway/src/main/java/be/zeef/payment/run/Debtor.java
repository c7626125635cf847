package be.zeef.payment.run;

import be.zeef.payment.PaymentRefusedException;
import be.zeef.settings.PaymentSettings;
import be.zeef.settings.Settings;
import be.zeef.subject.Realm;
import be.zeef.transfer.TransferBatch;

/** Says who pays, and refuses to let production pay from the sandbox's account. */
final class Debtor {

    /** Everybody's example of an account; zeef-defaults.yaml names it. */
    private static final String SANDBOX_ACCOUNT = "BE68539007547034";

    private final PaymentSettings.Debtor named;
    private final Realm realm;

    Debtor(Settings settings, String agreement) {
        this.named = settings.payment().debtorOf(agreement);
        this.realm = settings.profile();
    }

    /** @throws PaymentRefusedException when the settings name nobody who may pay here */
    TransferBatch.Debtor paying() {
        if (realm == Realm.PRODUCTION && named.iban().equals(SANDBOX_ACCOUNT)) {
            throw new PaymentRefusedException(
                    "payment.debtor is still the sandbox's. Name the municipality's account in zeef.yaml, then sync again.");
        }
        return new TransferBatch.Debtor(named.name(), named.enterprise(), named.iban(), named.bic());
    }
}
