package be.zeef.sync;

import be.zeef.ledger.Deeds;
import be.zeef.ledger.event.CallIntent;
import be.zeef.ledger.event.CallOutcome;
import be.zeef.run.Run;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.source.OcmwRegister;
import be.zeef.source.SourceUnavailableException;
import be.zeef.subject.Population;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.BitSet;

/** Asks the welfare database which of the wanted people have one of the agreement's measures; when it cannot be asked, nobody's is known. */
public final class AskOcmw {

    private final OcmwRegister ocmw;

    public AskOcmw(OcmwRegister ocmw) {
        this.ocmw = ocmw;
    }

    PersonFact ask(Run run, Population population, BitSet wanted) {
        run.progress().step("asking the OCMW", -1);
        CallIntent intent = new CallIntent.OfMeasures(
                "ocmw",
                run.plan().measures().codes().stream().sorted().toList(),
                run.plan().measures().on());
        return run.deeds().around(intent, () -> answer(run, population, wanted));
    }

    private Deeds.End<PersonFact, CallOutcome> answer(Run run, Population population, BitSet wanted) {
        BitSet places = new BitSet();
        try {
            ocmw.withMeasure(
                    run.plan().measures().codes(),
                    run.plan().measures().on(),
                    wanted.stream().mapToLong(population::at),
                    insz -> places.set(population.placeOf(insz)));
        } catch (SourceUnavailableException e) {
            run.findings()
                    .incomplete(Finding.warning(
                            "sync.ocmw-unavailable", Location.WHOLE, run.plan().agreement()));
            return Deeds.End.of(
                    PersonFact.ofAll(Ternary.UNKNOWN, Cause.NO_ANSWER), new CallOutcome.Ended("UNAVAILABLE"));
        }
        PersonFact known = new PersonFact(
                place -> places.get(place) ? Ternary.YES : wanted.get(place) ? Ternary.NO : Ternary.UNKNOWN,
                place -> Cause.MISSING);
        return Deeds.End.of(known, new CallOutcome.MeasuresRead("OK", wanted.cardinality(), places.cardinality()));
    }
}
