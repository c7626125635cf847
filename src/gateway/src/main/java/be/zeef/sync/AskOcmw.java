package be.zeef.sync;

import be.zeef.ledger.Deed;
import be.zeef.ledger.Deeds;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.source.SourceUnavailableException;
import be.zeef.subject.Population;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.BitSet;
import java.util.Map;
import java.util.stream.IntStream;

/** Asks the welfare database which people of the population have one of the agreement's measures; when it cannot be asked, nobody's is known. */
final class AskOcmw {

    private final Run run;
    private final Population population;

    AskOcmw(Run run, Population population) {
        this.run = run;
        this.population = population;
    }

    PersonFact run() {
        run.progress().step("asking the OCMW", -1);
        Map<String, ?> intent = Map.of(
                "service", "ocmw",
                "measures", run.plan().measures().stream().sorted().toList(),
                "on", run.row().on().toString());
        return run.deeds().around(Deed.CALL, intent, this::ask);
    }

    private Deeds.End<PersonFact> ask() {
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
            run.tally()
                    .incomplete(Finding.warning(
                            "sync.ocmw-unavailable", Location.WHOLE, run.plan().agreement()));
            return Deeds.End.of(PersonFact.ofAll(Ternary.UNKNOWN, Cause.NO_ANSWER), "UNAVAILABLE");
        }
        PersonFact known =
                new PersonFact(place -> places.get(place) ? Ternary.YES : Ternary.NO, place -> Cause.MISSING);
        return Deeds.End.of(known, "OK").with(Map.of("asked", population.size(), "persons", places.cardinality()));
    }
}
