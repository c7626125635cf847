package be.zeef.sync;

import be.zeef.route.Interruption;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.source.PersonQuestion;
import be.zeef.source.PersonSource;
import be.zeef.source.SourceAnswer;
import be.zeef.source.StatusAsked;
import be.zeef.subject.Insz;
import be.zeef.subject.Population;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks the list's question about everyone inscribed one by one, of a source that answers at once (KSZ itself). What it
 * tells is the same as the list's; a run that died before its decisions were stored asks again.
 */
final class AskPeople {

    private static final int AT_ONCE = 8;

    private final Run run;
    private final Population population;
    private final BitSet inscribed;
    private final StatusAsked status;
    private final String fact;
    private final PersonSource source;
    private final Cells facts;
    private final Map<String, Long> reasons = new TreeMap<>();
    private final AtomicReference<SourceAnswer.Barred> barred = new AtomicReference<>();

    AskPeople(Run run, Population population, BitSet inscribed) {
        this.run = run;
        this.population = population;
        this.inscribed = inscribed;
        this.status = run.plan().list().orElseThrow().statuses().get(0);
        this.fact = StatusAsked.fact(status.name());
        this.source = run.tools().sources().online().get();
        this.facts = StatusCells.of(population, inscribed);
    }

    /** The status of each person, by place; UNKNOWN where nobody knows. */
    Cells run() {
        run.progress().step("asking the KSZ", inscribed.cardinality());
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> pending = new ArrayList<>();
            inscribed.stream().forEach(place -> pending.add(workers.submit(() -> ask(place))));
            for (Future<?> each : pending) {
                each.get();
            }
        } catch (InterruptedException e) {
            throw Interruption.stopped("asking", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } finally {
            Workers.end(workers);
        }
        reasons.forEach((code, count) ->
                run.tally().tell(Finding.warning("sync.undetermined", Location.WHOLE, Long.toString(count), code)));
        return facts;
    }

    private void ask(int place) {
        if (barred.get() != null) {
            keep(place, barred.get());
            return;
        }
        Insz person = Insz.ofChecked(population.at(place));
        SourceAnswer answer = source.ask(question(person), run.journal(person));
        if (answer instanceof SourceAnswer.Barred refused && barred.compareAndSet(null, refused)) {
            run.tally()
                    .incomplete(Finding.error(
                            "sync.barred",
                            Location.WHOLE,
                            refused.code(),
                            run.plan().agreement()));
        }
        keep(place, answer);
        run.progress().advance(1);
    }

    private PersonQuestion question(Insz person) {
        Duration within = run.tools().settings().magda().adviceWithin();
        return new PersonQuestion(
                run.tools().sources().onlineService(),
                person,
                status.on(),
                StatusAsked.parameters(status.name(), status.postcodes(), status.maximumAge()),
                Set.of(fact),
                false,
                within);
    }

    private synchronized void keep(int place, SourceAnswer answer) {
        Ternary value = answer.facts().ternary(fact);
        if (value == Ternary.UNKNOWN) {
            facts.unknown(place, why(answer));
        } else {
            facts.set(place, value);
        }
        if (!answer.code().isEmpty()) {
            reasons.merge(answer.code(), 1L, Long::sum);
        }
    }

    /** An answer that can be read and does not tell: it says nothing of the status, or more than one thing. */
    private Cause why(SourceAnswer answer) {
        if (answer instanceof SourceAnswer.Known known) {
            return known.facts().count(fact) > 1 ? Cause.CONTRADICTED : Cause.MISSING;
        }
        return run.tools().sources().causes().of(answer);
    }
}
