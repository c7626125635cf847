package be.zeef.app;

import be.zeef.app.stamp.LedgerStamps;
import be.zeef.ledger.Sealer;
import be.zeef.ledger.seal.FolderShelf;
import be.zeef.ledger.seal.NoteKey;
import be.zeef.ledger.seal.Seals;
import be.zeef.ledger.seal.SecondPlace;
import be.zeef.ledger.seal.Shelf;
import be.zeef.route.PartnerKeys;
import be.zeef.route.sftp.SftpShelf;
import be.zeef.security.Keys;
import be.zeef.security.OwnKey;
import be.zeef.settings.LedgerSettings;
import be.zeef.settings.Settings;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Where this installation seals its ledger, with which key, and what it holds the ledger against. */
public final class LedgerSeals {

    private LedgerSeals() {}

    /** What signs checkpoints here. */
    public static Sealer sealer(Settings settings, Keys keys, Jdbi jdbi, Clock clock) {
        return new Sealer(
                jdbi, OwnKey.ofLedger(keys), place(settings), LedgerStamps.stamper(settings, keys, clock), clock);
    }

    /** Closed after whatever was written, and before the database. */
    public static SealAtEnd atEnd(Settings settings, Keys keys, Jdbi jdbi, Clock clock) {
        return new SealAtEnd(sealer(settings, keys, jdbi, clock));
    }

    /** Where the checkpoints are that were signed here. Makes nothing: where there is no key yet, none counts. */
    public static Seals.Sources sources(Settings settings) {
        return new Seals.Sources(key(settings), place(settings));
    }

    private static Optional<NoteKey> key(Settings settings) {
        if (!Files.isDirectory(settings.keys())) {
            return Optional.empty();
        }
        OwnKey key = OwnKey.ofLedger(Keys.in(settings.keys()));
        return key.exists() ? Optional.of(new NoteKey(key.certificate().getPublicKey())) : Optional.empty();
    }

    private static Optional<SecondPlace> place(Settings settings) {
        LedgerSettings ledger = settings.ledger();
        return ledger.folder()
                .<Shelf>map(FolderShelf::new)
                .or(() -> ledger.partner().map(name -> shelf(settings, name)))
                .map(SecondPlace::new);
    }

    private static Shelf shelf(Settings settings, String partner) {
        return new SftpShelf(
                partner,
                settings.partner(partner),
                settings.keys().resolve("known_hosts"),
                () -> PartnerKeys.sftpKey(Keys.in(settings.keys())));
    }
}
