package be.zeef.sync;

import be.zeef.ledger.EntryKind;
import be.zeef.sieve.Ternary;
import be.zeef.source.SourceUnavailableException;
import be.zeef.subject.Population;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.BitSet;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Asks the welfare database which people of the population have one of the agreement's measures; when it cannot be asked, nobody's is known. */
final class AskOcmw {

    private final Run run;
    private final Population population;

    AskOcmw(Run run, Population population) {
        this.run = run;
        this.population = population;
    }

    IntFunction<Ternary> run() {
        run.progress().step("asking the OCMW", -1);
        long intent = run.record(
                EntryKind.CALL_INTENT,
                Map.of(
                        "service", "ocmw",
                        "measures", run.plan().measures().stream().sorted().toList(),
                        "on", run.row().on().toString()));
        BitSet places = new BitSet();
        try {
            run.tools()
                    .sources()
                    .ocmw()
                    .withMeasure(
                            run.plan().measures(),
                            run.row().on(),
                            IntStream.range(0, population.size()).mapToLong(population::at),
                            insz -> places.set(population.placeOf(insz)));
        } catch (SourceUnavailableException e) {
            run.record(EntryKind.CALL_OUTCOME, Map.of("intent", intent, "code", "UNAVAILABLE"));
            run.tally().incomplete(Finding.warning("sync.ocmw-unavailable", Location.WHOLE));
            return place -> Ternary.UNKNOWN;
        }
        run.record(
                EntryKind.CALL_OUTCOME,
                Map.of("intent", intent, "code", "OK", "asked", population.size(), "persons", places.cardinality()));
        return place -> places.get(place) ? Ternary.YES : Ternary.NO;
    }
}
