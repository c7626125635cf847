package be.zeef.sync;

import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.PersonList;
import be.zeef.subject.Population;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;

/**
 * Inscribes those of the population who are not yet inscribed, and ends the inscription of those who left it. Only who
 * is inscribed may be asked about; the others stay undetermined.
 */
final class Register {

    /** More leavers than this share of those inscribed look like half a population file, not like people moving. */
    private static final double MOST_LEAVERS = 0.2;

    private static final int FEW = 50;

    private final Run run;
    private final Population population;
    private final LocalDate begin;

    Register(Run run, Population population) {
        this.run = run;
        this.population = population;
        this.begin = LocalDate.of(run.row().on().getYear(), 1, 1);
    }

    /** Who is inscribed now, by place in the population. */
    static BitSet standing(Run run, Population population) {
        return compare(run, population).places();
    }

    private static Registrations.Standing compare(Run run, Population population) {
        return run.tools()
                .jdbi()
                .withHandle(handle -> Registrations.compare(handle, run.plan().agreement(), run.vault(), population));
    }

    void run() {
        Registrations.Standing standing = compare(run, population);
        BitSet wanted = new BitSet();
        wanted.set(0, population.size());
        wanted.andNot(standing.places());
        inscribe(Inscription.REGISTER, Ranged.of(population, wanted, 0, population.size()));
        long[] leavers = standing.leavers();
        if (leavers.length > FEW
                && leavers.length
                        > MOST_LEAVERS * (leavers.length + standing.places().cardinality())) {
            run.tally()
                    .incomplete(Finding.warning(
                            "sync.too-many-leavers",
                            Location.WHOLE,
                            Integer.toString(leavers.length),
                            run.plan().agreement()));
            return;
        }
        inscribe(Inscription.DEREGISTER, new Leavers(leavers));
    }

    private record Leavers(long[] insz) implements PersonList {
        @Override
        public int size() {
            return insz.length;
        }

        @Override
        public long at(int place) {
            return insz[place];
        }
    }

    private void inscribe(Inscription kind, PersonList persons) {
        if (persons.size() == 0) {
            return;
        }
        RoadChoice choice = RoadChoice.of(persons.size(), run.tools().settings().magda());
        boolean soap = choice.road() == RoadChoice.Road.SOAP;
        tellRoad(kind, persons.size(), choice);
        run.progress().step(kind == Inscription.REGISTER ? "inscribing" : "ending inscriptions", persons.size());
        Map<String, Long> failures = new TreeMap<>();
        ObjIntConsumer<InscriptionOutcome> told = (outcome, place) -> count(outcome, failures);
        if (soap) {
            new RegisterBySoap(run, begin).run(kind, persons, told);
        } else {
            new RegisterByFile(run, begin).run(kind, persons, told);
        }
        failures.forEach((code, count) -> run.tally().tell(RegisterBySoap.failure(kind, code, count)));
    }

    private void tellRoad(Inscription kind, int persons, RoadChoice choice) {
        boolean soap = choice.road() == RoadChoice.Road.SOAP;
        String code = kind == Inscription.REGISTER ? "sync.road-register" : "sync.road-deregister";
        Finding finding = Finding.information(
                code,
                Location.WHOLE,
                Integer.toString(persons),
                soap ? "SOAP" : "file",
                Long.toString(Math.max(1, choice.expected().toSeconds())),
                soap ? "file" : "SOAP",
                Long.toString(Math.max(1, choice.other().toSeconds())));
        run.tally().tell(finding);
        run.progress().note(finding.text(java.util.Locale.ENGLISH));
    }

    private static void count(InscriptionOutcome outcome, Map<String, Long> failures) {
        if (!(outcome instanceof InscriptionOutcome.Done)) {
            failures.merge(RegisterBySoap.code(outcome), 1L, Long::sum);
        }
    }
}
