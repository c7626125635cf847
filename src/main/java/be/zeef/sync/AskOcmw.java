package be.zeef.sync;

import be.zeef.ledger.EntryKind;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.source.SourceUnavailableException;
import be.zeef.subject.Population;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.BitSet;
import java.util.Map;

/** Asks the welfare database who has one of the agreement's measures; when it cannot be asked, nobody's is known. */
final class AskOcmw {

    private final Run run;
    private final Population population;

    AskOcmw(Run run, Population population) {
        this.run = run;
        this.population = population;
    }

    PersonFact run() {
        run.progress().step("asking the OCMW", -1);
        long intent = run.record(
                EntryKind.CALL_INTENT,
                Map.of(
                        "service", "ocmw",
                        "measures", run.plan().measures().stream().sorted().toList(),
                        "on", run.row().on().toString()));
        BitSet places = new BitSet();
        long[] outside = {0};
        try {
            run.tools()
                    .sources()
                    .ocmw()
                    .withMeasure(run.plan().measures(), run.row().on(), insz -> {
                        int place = population.placeOf(insz);
                        if (place >= 0) {
                            places.set(place);
                        } else {
                            outside[0]++;
                        }
                    });
        } catch (SourceUnavailableException e) {
            run.record(EntryKind.CALL_OUTCOME, Map.of("intent", intent, "code", "UNAVAILABLE"));
            run.tally().incomplete(Finding.warning("sync.ocmw-unavailable", Location.WHOLE));
            return PersonFact.ofAll(Ternary.UNKNOWN, Cause.NO_ANSWER);
        }
        run.record(
                EntryKind.CALL_OUTCOME,
                Map.of("intent", intent, "code", "OK", "persons", places.cardinality(), "dropped", outside[0]));
        return new PersonFact(place -> places.get(place) ? Ternary.YES : Ternary.NO, place -> Cause.MISSING);
    }
}
