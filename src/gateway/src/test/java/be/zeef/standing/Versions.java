package be.zeef.standing;

import be.zeef.ledger.Ledger;
import be.zeef.ledger.Objectors;
import be.zeef.security.Someone;
import be.zeef.storage.Storage;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** An agreement of which officers suspend and resume versions. */
final class Versions {

    static final String AGREEMENT = "a-town";
    static final String FIRST = "1".repeat(64);
    static final String SECOND = "2".repeat(64);

    final Map<String, X509Certificate> officers = new LinkedHashMap<>();
    private final Storage storage;

    Versions(Storage storage) {
        this.storage = storage;
        pin(Someone.AN);
        pin(Someone.BERT);
    }

    void pin(Someone officer) {
        officers.put(officer.name(), officer.certificate());
    }

    Jdbi jdbi() {
        return storage.jdbi();
    }

    /** One that is halted as the first version is. */
    Ledger ledger() {
        return new Ledger(jdbi(), Clock.systemUTC(), new HaltedVersions(standings(), id -> FIRST), Objectors.NOBODY);
    }

    Standings standings() {
        return new Standings(agreement -> officers);
    }

    ActDesk desk() {
        return new ActDesk(jdbi(), agreement -> officers, Clock.systemUTC());
    }

    void act(Act act, Someone by) {
        act(act, FIRST, by);
    }

    byte[] act(Act act, String version, Someone by) {
        ActDesk.Wish wish = new ActDesk.Wish(AGREEMENT, act, version, "a source errs");
        byte[] signature = by.sign(desk().statement(wish).bytes());
        desk().act(wish, signature);
        return signature;
    }

    Optional<Halt.Why> halted() {
        return halted(FIRST);
    }

    Optional<Halt.Why> halted(String version) {
        return standings().halt(jdbi(), AGREEMENT, version).map(Halt::why);
    }

    void sql(String statement, Object... arguments) {
        jdbi().useHandle(handle -> handle.execute(statement, arguments));
    }
}
