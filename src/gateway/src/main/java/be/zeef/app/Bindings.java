package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Manifest;
import be.zeef.agreement.Manifest.Difference;
import be.zeef.agreement.OnDisk;
import be.zeef.agreement.Snapshot;
import be.zeef.settings.Settings;
import be.zeef.subject.Realm;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What agreements decide with in this process. It is read once, when the process starts, and everything is loaded from what
 * was read then: a version that is written is the version that decided. In production what was edited on disk since voids the
 * approvals, and nothing more is done under that agreement until it is put back, or approved and loaded anew. In the sandbox
 * an edit counts from the next start, as a whole. Thread-safe.
 */
public final class Bindings implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bindings.class);

    private final Settings given;
    private final Snapshot snapshot;
    private final Agreements agreements;
    private final OnDisk onDisk;
    private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();
    private final Set<List<Difference>> told = ConcurrentHashMap.newKeySet();

    private record Loaded(Agreement agreement, Manifest manifest) {}

    public Bindings(Settings given, Clock clock) {
        this.given = given;
        this.snapshot = Snapshot.of(given.home());
        this.agreements = new Agreements(snapshot.home().resolve("mappings"));
        this.onDisk = new OnDisk(given.home(), clock);
    }

    /** The settings, with what was read in the place of what lies on disk. */
    Settings settings() {
        return given.withHome(snapshot.home());
    }

    Agreements agreements() {
        return agreements;
    }

    /** The version that this process works with. */
    String version(String id) {
        return loaded(id).agreement().version();
    }

    /** @throws InvalidMessageException when the agreement is of another version than was read */
    public void requireSame(Agreement agreement) {
        Loaded known = loaded(agreement.id());
        if (!known.agreement().version().equals(agreement.version())) {
            throw refused(agreement.id(), differences(known));
        }
    }

    /** @throws InvalidMessageException in production, naming each file that no longer lies on disk as it was read */
    public void requireUnchanged(String id) {
        if (given.profile() == Realm.PRODUCTION) {
            List<Difference> differences = differences(loaded(id));
            if (!differences.isEmpty()) {
                throw refused(id, differences);
            }
        }
    }

    /** Whether something that decides under one of the agreements no longer lies on disk as it was read. */
    public boolean changed() {
        return agreements.ids().stream().anyMatch(this::changed);
    }

    /** An agreement that is refused is told where agreements are checked. */
    private boolean changed(String id) {
        try {
            return !differences(loaded(id)).isEmpty();
        } catch (InvalidMessageException e) {
            return false;
        }
    }

    private Loaded loaded(String id) {
        return loaded.computeIfAbsent(id, none -> {
            Agreement agreement = agreements.load(id);
            return new Loaded(agreement, agreements.manifest(agreement));
        });
    }

    private List<Difference> differences(Loaded known) {
        List<Difference> differences = onDisk.differences(known.agreement(), known.manifest());
        if (!differences.isEmpty() && told.add(differences)) {
            LOG.error(
                    "what decides under {} was edited since it was read: {}. Put it back, or have it approved and start again.",
                    known.agreement().id(),
                    differences.stream().map(Difference::file).toList());
        }
        return differences;
    }

    private static InvalidMessageException refused(String id, List<Difference> differences) {
        Findings findings = new Findings();
        differences.forEach(each -> findings.add(Finding.fatal("agreement.changed", Location.WHOLE, each.file())));
        if (differences.isEmpty()) {
            findings.add(Finding.fatal("agreement.approval-moved", Location.WHOLE, id));
        }
        return new InvalidMessageException(findings.report(id));
    }

    @Override
    public void close() {
        snapshot.close();
    }
}
