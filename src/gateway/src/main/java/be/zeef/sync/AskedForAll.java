package be.zeef.sync;

import be.zeef.run.Run;
import be.zeef.source.StatusAsked;
import be.zeef.subject.Population;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Asks a list once for all benefits of an agreement that are run one after the other: the first asks about whoever is wanted for
 * any of them, and the others read its answers. They are held in memory, as long as those runs and no longer; a run that is gone
 * on with by another process asks by itself. For one thread.
 */
public final class AskedForAll implements AskStatuses {

    private final AskStatuses source;
    private Optional<Held> held = Optional.empty();

    public AskedForAll(AskStatuses source) {
        this.source = source;
    }

    /** What was answered, and to which questions about whom. */
    private record Held(String population, List<StatusAsked> statuses, Gathered gathered) {}

    @Override
    public Gathered ask(Run run, Population population, BitSet inscribed) {
        List<StatusAsked> statuses = run.plan().list().orElseThrow().statuses();
        Optional<Gathered> before = held.filter(each -> each.population().equals(population.fingerprint())
                        && each.statuses().equals(statuses))
                .map(each -> new Gathered(each.gathered().statuses(), () -> {}));
        if (before.isPresent()) {
            return before.get();
        }
        Gathered gathered = source.ask(run, population, inscribed);
        held = Optional.of(new Held(population.fingerprint(), statuses, gathered));
        return gathered;
    }
}
