package be.zeef.inscription;

import be.zeef.run.Run;
import be.zeef.run.file.PeopleInRange;
import be.zeef.settings.Settings;
import be.zeef.source.Inscription;
import be.zeef.source.PersonList;
import be.zeef.subject.Population;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Locale;

/**
 * Inscribes those of the population who are to be asked about and are not yet inscribed, and ends the inscription of those who left it or objected. Only who
 * is inscribed may be asked about; the others stay undetermined.
 */
public final class Inscribe {

    /** More leavers than this share of those inscribed look like half a population file, not like people moving. */
    private static final double MOST_LEAVERS = 0.2;

    private static final int FEW = 50;

    private final InscriptionRoad soap;
    private final InscriptionRoad file;
    private final Settings.Magda magda;

    /** @param magda its pace, and what a file is expected to take: which road is sooner follows from these */
    public Inscribe(InscribeBySoap soap, InscribeByFile file, Settings.Magda magda) {
        this.soap = soap;
        this.file = file;
        this.magda = magda;
    }

    /** Who is inscribed now, by place in the population. */
    public BitSet inscribed(Run run, Population population) {
        return Inscriptions.compare(run, population).places();
    }

    /**
     * @param wanted places of those who are to be asked about: who is not has no need of an inscription yet
     * @param objected places of those who objected, and have need of none
     */
    public void run(Run run, Population population, BitSet wanted, BitSet objected) {
        Inscriptions.Compared compared = Inscriptions.compare(run, population);
        BitSet newcomers = (BitSet) wanted.clone();
        newcomers.andNot(compared.places());
        take(run, Inscription.REGISTER, PeopleInRange.of(population, newcomers, 0, population.size()));
        BitSet unwanted = (BitSet) objected.clone();
        unwanted.and(compared.places());
        take(run, Inscription.DEREGISTER, PeopleInRange.of(population, unwanted, 0, population.size()));
        long[] leavers = compared.leavers();
        if (leavers.length > FEW
                && leavers.length
                        > MOST_LEAVERS * (leavers.length + compared.places().cardinality())) {
            run.findings()
                    .incomplete(Finding.warning(
                            "sync.too-many-leavers",
                            Location.WHOLE,
                            Integer.toString(leavers.length),
                            run.plan().agreement()));
            return;
        }
        take(run, Inscription.DEREGISTER, new PeopleByNumber(leavers));
    }

    private void take(Run run, Inscription kind, PersonList persons) {
        if (persons.size() == 0) {
            return;
        }
        RoadChoice choice = RoadChoice.of(persons.size(), magda);
        tellRoad(run, kind, persons.size(), choice);
        run.progress().step(kind == Inscription.REGISTER ? "inscribing" : "ending inscriptions", persons.size());
        InscriptionFailures failures = new InscriptionFailures(kind);
        LocalDate begin = LocalDate.of(run.row().on().getYear(), 1, 1);
        road(choice)
                .take(run, new InscriptionRoad.Work(kind, begin, persons), (outcome, place) -> failures.count(outcome));
        failures.tell(run.findings());
    }

    private InscriptionRoad road(RoadChoice choice) {
        return choice.road() == RoadChoice.Road.SOAP ? soap : file;
    }

    private static void tellRoad(Run run, Inscription kind, int persons, RoadChoice choice) {
        boolean bySoap = choice.road() == RoadChoice.Road.SOAP;
        String code = kind == Inscription.REGISTER ? "sync.road-register" : "sync.road-deregister";
        Finding finding = Finding.information(
                code,
                Location.WHOLE,
                Integer.toString(persons),
                bySoap ? "SOAP" : "file",
                Long.toString(Math.max(1, choice.expected().toSeconds())),
                bySoap ? "file" : "SOAP",
                Long.toString(Math.max(1, choice.other().toSeconds())));
        run.findings().tell(finding);
        run.progress().note(finding.text(Locale.ENGLISH));
    }
}
