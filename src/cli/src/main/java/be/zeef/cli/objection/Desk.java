package be.zeef.cli.objection;

import be.zeef.agreement.Agreements;
import be.zeef.app.LedgerSeals;
import be.zeef.app.SealAtEnd;
import be.zeef.dossier.Dossiers;
import be.zeef.objection.ObjectionDesk;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import java.time.Clock;
import java.util.Set;

/** The database that objections are entered into, without a route to anybody; what was entered is sealed when it is closed. */
final class Desk implements AutoCloseable {

    private final Agreements agreements;
    private final Storage storage;
    private final SealAtEnd seal;
    private final ObjectionDesk objections;
    private final Dossiers dossiers;

    /** @throws be.zeef.storage.StorageException when a key is not the one that people were known under */
    Desk(Settings settings, Agreements agreements, Clock clock) {
        this.agreements = agreements;
        Keys keys = Keys.in(settings.keys());
        storage = Storage.open(settings.database(), clock);
        try {
            objections = new ObjectionDesk(storage, keys, Set.copyOf(agreements.ids()), clock);
            dossiers = new Dossiers(storage, keys, agreements, clock);
            seal = LedgerSeals.atEnd(settings, keys, storage.jdbi(), clock);
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    static Desk open(Settings settings, Clock clock) {
        return new Desk(settings, new Agreements(settings.home().resolve("mappings")), clock);
    }

    Agreements agreements() {
        return agreements;
    }

    ObjectionDesk objections() {
        return objections;
    }

    Dossiers dossiers() {
        return dossiers;
    }

    @Override
    public void close() {
        try (storage;
                seal) {
            // nothing else
        }
    }
}
