package be.zeef.sync;

import be.zeef.ledger.ObjectedException;
import be.zeef.route.Interruption;
import be.zeef.run.Run;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.source.Causes;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.source.PersonQuestion;
import be.zeef.source.PersonSource;
import be.zeef.source.SourceAnswer;
import be.zeef.source.StatusAsked;
import be.zeef.subject.Insz;
import be.zeef.subject.Population;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import be.zeef.work.Workers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Asks the list's question about everyone inscribed one by one, of a source that answers at once (KSZ itself). What it
 * tells is the same as the list's; a run that died before its decisions were stored asks again.
 */
public final class AskPeople implements AskStatuses {

    private static final int AT_ONCE = 8;

    private final Supplier<PersonSource> sources;
    private final String service;
    private final Duration within;
    private final Causes causes;

    /**
     * @param sources gives the source when it is time to ask
     * @param service what it calls the question
     * @param within how long one answer may take
     * @param causes under which cause an answer that says nothing is counted
     */
    public AskPeople(Supplier<PersonSource> sources, String service, Duration within, Causes causes) {
        this.sources = sources;
        this.service = service;
        this.within = within;
        this.causes = causes;
    }

    @Override
    public Gathered ask(Run run, Population population, BitSet inscribed) {
        return new Gathered(new Asking(run, population, inscribed).ask(), () -> {});
    }

    /** One run's questions; when we are barred over one person, the others are not asked about. */
    private final class Asking {
        private final Run run;
        private final Population population;
        private final BitSet inscribed;
        private final List<StatusAsked> asked;
        private final Map<LocalDate, List<StatusAsked>> byDay;
        private final PersonSource source;
        private final List<Cells> statuses;
        private final Map<String, Long> reasons = new TreeMap<>();
        private final AtomicReference<SourceAnswer.Barred> barred = new AtomicReference<>();

        Asking(Run run, Population population, BitSet inscribed) {
            this.run = run;
            this.population = population;
            this.inscribed = inscribed;
            this.asked = run.plan().list().orElseThrow().statuses();
            this.byDay = new TreeMap<>(asked.stream().collect(Collectors.groupingBy(StatusAsked::on)));
            this.source = sources.get();
            this.statuses = StatusCells.of(population, inscribed, asked.size());
        }

        List<Cells> ask() {
            run.progress().step("asking the KSZ", inscribed.cardinality());
            try {
                new Workers(AT_ONCE).each(() -> inscribed.stream().iterator(), this::ask);
            } catch (InterruptedException e) {
                throw Interruption.stopped("asking", e);
            }
            reasons.forEach((code, count) -> run.findings()
                    .tell(Finding.warning("sync.undetermined", Location.WHOLE, Long.toString(count), code)));
            return statuses;
        }

        private void ask(int place) {
            byDay.values().forEach(ofDay -> ask(place, ofDay));
            run.progress().advance(1);
        }

        /** One question for all that is asked about one day. */
        private void ask(int place, List<StatusAsked> ofDay) {
            if (barred.get() != null) {
                keep(place, ofDay, barred.get());
                return;
            }
            Insz person = Insz.ofChecked(population.at(place));
            SourceAnswer answer = answer(person, ofDay);
            if (answer instanceof SourceAnswer.Barred refused && barred.compareAndSet(null, refused)) {
                run.findings()
                        .incomplete(Finding.error(
                                "sync.barred",
                                Location.WHOLE,
                                refused.code(),
                                run.plan().benefit()));
            }
            keep(place, ofDay, answer);
        }

        private SourceAnswer answer(Insz person, List<StatusAsked> ofDay) {
            try {
                return source.ask(question(person, ofDay), run.journal(person));
            } catch (ObjectedException e) {
                return new SourceAnswer.Undetermined(Causes.OBJECTED);
            }
        }

        private PersonQuestion question(Insz person, List<StatusAsked> ofDay) {
            StatusAsked any = ofDay.get(0);
            List<String> names = ofDay.stream().map(StatusAsked::name).toList();
            return new PersonQuestion(
                    service,
                    person,
                    any.on(),
                    StatusAsked.parameters(names, any.postcodes(), any.maximumAge()),
                    names.stream().map(StatusAsked::fact).collect(Collectors.toSet()),
                    false,
                    within);
        }

        private synchronized void keep(int place, List<StatusAsked> ofDay, SourceAnswer answer) {
            for (StatusAsked status : ofDay) {
                String fact = StatusAsked.fact(status.name());
                Ternary value = answer.facts().ternary(fact);
                Cells cells = statuses.get(asked.indexOf(status));
                if (value == Ternary.UNKNOWN) {
                    cells.unknown(place, why(answer, fact));
                } else {
                    cells.set(place, value);
                }
            }
            if (!answer.code().isEmpty()) {
                reasons.merge(answer.code(), 1L, Long::sum);
            }
        }

        /** An answer that can be read and does not tell: it says nothing of the status, or more than one thing. */
        private Cause why(SourceAnswer answer, String fact) {
            if (answer instanceof SourceAnswer.Known known) {
                return known.facts().count(fact) > 1 ? Cause.CONTRADICTED : Cause.MISSING;
            }
            return causes.of(answer);
        }
    }
}
