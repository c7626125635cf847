package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.ledger.Ledger;
import be.zeef.security.Keys;
import be.zeef.storage.SecretMarks;
import be.zeef.storage.Storage;

/** Lets an agreement in, each time it is used: it is what was read at the start, approved where it must be, and its keys are those of this database. */
final class AdmittedAgreements {

    private final Bindings bindings;
    private final AgreementAdmission approvals;
    private final Storage storage;
    private final Keys keys;
    private final Ledger ledger;

    AdmittedAgreements(Bindings bindings, AgreementAdmission approvals, Storage storage, Keys keys, Ledger ledger) {
        this.bindings = bindings;
        this.approvals = approvals;
        this.storage = storage;
        this.keys = keys;
        this.ledger = ledger;
    }

    /**
     * @throws be.zeef.validation.InvalidMessageException when the agreement may not be used
     * @throws be.zeef.ledger.HaltedException when an officer suspended or revoked it
     */
    void require(Agreement agreement) {
        requireApproved(agreement);
        ledger.requireGoingOn(agreement.id());
    }

    /**
     * The same for whoever also looks at what was done: it may be halted, and then the ledger lets nothing go on.
     *
     * @throws be.zeef.validation.InvalidMessageException when the agreement may not be used
     */
    void requireApproved(Agreement agreement) {
        bindings.requireSame(agreement);
        approvals.require(agreement, storage);
        bindings.requireUnchanged(agreement.id());
        SecretMarks.require(storage, "vault", keys.vault());
        SecretMarks.require(storage, "pseudonym-" + agreement.id(), keys.pseudonym(agreement.id()));
    }

    /** @throws be.zeef.ledger.HaltedException when an officer suspended or revoked it */
    void requireGoingOn(String agreement) {
        ledger.requireGoingOn(agreement);
    }

    /** @throws be.zeef.validation.InvalidMessageException when no agreement may be used, because nobody's signature counts */
    void requireTrust() {
        approvals.requireTrust(storage);
    }
}
