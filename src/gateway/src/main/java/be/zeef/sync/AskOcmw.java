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

/**
 * Asks the welfare database which of the wanted people have one of the agreement's measures; when it cannot be asked, nobody's is
 * known. Whom it answered about once it is not asked about again, where several benefits of an agreement are run one after the
 * other. For one thread.
 */
public final class AskOcmw {

    private final OcmwRegister ocmw;
    private String population = "";
    private BitSet asked = new BitSet();
    private BitSet having = new BitSet();

    public AskOcmw(OcmwRegister ocmw) {
        this.ocmw = ocmw;
    }

    PersonFact ask(Run run, Population people, BitSet wanted) {
        if (!population.equals(people.fingerprint())) {
            population = people.fingerprint();
            asked = new BitSet();
            having = new BitSet();
        }
        BitSet open = (BitSet) wanted.clone();
        open.andNot(asked);
        if (open.isEmpty() && !asked.isEmpty()) {
            return known();
        }
        run.progress().step("asking the OCMW", -1);
        CallIntent intent = new CallIntent.OfMeasures(
                "ocmw",
                run.plan().measures().codes().stream().sorted().toList(),
                run.plan().measures().on(),
                run.row().version());
        return run.deeds().around(intent, () -> answer(run, people, open));
    }

    private Deeds.End<PersonFact, CallOutcome> answer(Run run, Population people, BitSet open) {
        BitSet places = new BitSet();
        try {
            ocmw.withMeasure(
                    run.plan().measures().codes(),
                    run.plan().measures().on(),
                    open.stream().mapToLong(people::at),
                    insz -> places.set(people.placeOf(insz)));
        } catch (SourceUnavailableException e) {
            run.findings()
                    .incomplete(Finding.warning(
                            "sync.ocmw-unavailable", Location.WHOLE, run.plan().benefit()));
            return Deeds.End.of(
                    PersonFact.ofAll(Ternary.UNKNOWN, Cause.NO_ANSWER), new CallOutcome.Ended("UNAVAILABLE"));
        }
        asked.or(open);
        having.or(places);
        return Deeds.End.of(known(), new CallOutcome.MeasuresRead("OK", open.cardinality(), places.cardinality()));
    }

    private PersonFact known() {
        BitSet told = (BitSet) asked.clone();
        BitSet yes = (BitSet) having.clone();
        return new PersonFact(
                place -> yes.get(place) ? Ternary.YES : told.get(place) ? Ternary.NO : Ternary.UNKNOWN,
                place -> Cause.MISSING);
    }
}
