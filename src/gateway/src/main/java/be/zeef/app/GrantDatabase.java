package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.claim.ClaimBook;
import be.zeef.grant.HandGrants;
import be.zeef.grant.OpenGrants;
import be.zeef.ledger.Ledger;
import be.zeef.objection.KnownObjectors;
import be.zeef.payment.AgreementLedger;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.standing.HaltedVersions;
import be.zeef.standing.Standings;
import be.zeef.storage.SecretMarks;
import be.zeef.storage.Storage;
import java.time.Clock;

/** What entering or closing grants, or looking into claims, needs of the gateway: the database and the keys, and no route to anybody. */
public final class GrantDatabase implements AutoCloseable {

    private final Storage storage;
    private final Agreement agreement;
    private final Ledger ledger;
    private final HandGrants grants;
    private final SealAtEnd seal;

    /** @throws be.zeef.validation.InvalidMessageException when the agreement may not be used */
    public GrantDatabase(Settings settings, Agreement agreement, Clock clock) {
        Keys keys = Keys.in(settings.keys());
        storage = Storage.open(settings.database(), clock);
        AgreementAdmission admission = new AgreementAdmission(settings, () -> keys, clock);
        try {
            admission.require(agreement, storage);
            SecretMarks.require(storage, "vault", keys.vault());
            SecretMarks.require(storage, "pseudonym-" + agreement.id(), keys.pseudonym(agreement.id()));
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
        this.agreement = agreement;
        Standings standings = new Standings(PinnedOfficers.of(settings, admission.people()));
        ledger = new Ledger(
                storage.jdbi(),
                clock,
                new HaltedVersions(standings, id -> agreement.version()),
                new KnownObjectors(keys));
        grants = new HandGrants(storage.jdbi(), keys, ledger);
        seal = LedgerSeals.atEnd(settings, keys, storage.jdbi(), clock);
    }

    /**
     * What was claimed under this agreement.
     *
     * @throws be.zeef.validation.InvalidMessageException when nothing is claimed under it
     */
    public ClaimBook claims() {
        return new ClaimBook(agreement, new AgreementLedger(ledger, agreement.id()), storage.jdbi());
    }

    /** What is granted under this agreement and not settled with its recipient. */
    public OpenGrants open() {
        return new OpenGrants(storage.jdbi(), ledger, agreement.benefit().id());
    }

    public HandGrants grants() {
        return grants;
    }

    /** What was entered is sealed. */
    @Override
    public void close() {
        try (storage;
                seal) {
            // nothing else
        }
    }
}
