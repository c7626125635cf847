package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Approvals;
import be.zeef.proof.SignedProofs;
import be.zeef.security.Fingerprint;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.storage.ApprovalMarks;
import be.zeef.storage.Storage;
import be.zeef.storage.TrustMarks;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.trust.Trust;
import be.zeef.trust.TrustedPeople;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Whether an agreement may be used here: production needs both approvals, by people whom the trust file names, and a proof of the
 * same version, signed by this installation.
 */
public final class AgreementAdmission {

    private final Settings settings;
    private final TrustedPeople people;
    private final Clock clock;
    private final Supplier<Keys> keys;
    private Approvals approvals;
    private SignedProofs proofs;

    public AgreementAdmission(Settings settings, Supplier<Keys> keys, Clock clock) {
        this.settings = settings;
        this.people = people(settings, keys, clock);
        this.keys = keys;
        this.clock = clock;
    }

    /** Whose signatures count, whatever the profile. */
    public static TrustedPeople people(Settings settings, Supplier<Keys> keys, Clock clock) {
        return new TrustedPeople(
                new TrustedPeople.Place(
                        settings.trust().file(),
                        settings.trust().fingerprint(),
                        settings.home().resolve("mappings")),
                () -> keys.get().publicKeys(),
                clock);
    }

    public TrustedPeople people() {
        return people;
    }

    /** Made when it is first needed: the sandbox asks for none, and to read the agreements' schema takes its time at a start. */
    public synchronized Approvals approvals() {
        if (approvals == null) {
            approvals = new Approvals(new Agreements(settings.home().resolve("mappings")), people, clock);
        }
        return approvals;
    }

    /** What this installation proved; made when it is first needed, as production alone asks for it. */
    private synchronized SignedProofs proofs() {
        if (proofs == null) {
            proofs = Proofs.kept(settings, keys.get(), clock);
        }
        return proofs;
    }

    /** @throws InvalidMessageException when production may not use this agreement */
    void require(Agreement agreement, Storage storage) {
        if (settings.profile() == Realm.PRODUCTION) {
            requireTrust(storage);
            approvals().require(agreement);
            requireNewest(agreement, storage);
            proofs().require(agreement);
        }
    }

    /** Who may write the folder of agreements has the approvals of older versions too, and could put one back. */
    private void requireNewest(Agreement agreement, Storage storage) {
        Instant approved = approvals().madeAt(agreement);
        ApprovalMarks.newer(storage, agreement.id(), agreement.version(), approved)
                .ifPresent(newest -> {
                    throw InvalidMessageException.of(
                            agreement.id(),
                            Finding.fatal(
                                    "agreement.approval-older",
                                    Location.WHOLE,
                                    Today.at(approved).toString(),
                                    Today.at(newest).toString(),
                                    agreement.id()));
                });
    }

    /** @throws InvalidMessageException when production may use no agreement, because nobody's signature counts */
    void requireTrust(Storage storage) {
        if (settings.profile() != Realm.PRODUCTION) {
            return;
        }
        Trust trust = people.trust();
        String signer = Fingerprint.of(trust.signer()).hex();
        TrustMarks.newer(storage, signer, trust.serial()).ifPresent(newest -> {
            throw InvalidMessageException.of(
                    settings.trust().file().getFileName().toString(),
                    Finding.fatal(
                            "trusted.older",
                            Location.path("/serial"),
                            Integer.toString(trust.serial()),
                            Integer.toString(newest)));
        });
    }
}
