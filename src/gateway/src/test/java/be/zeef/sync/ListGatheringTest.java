package be.zeef.sync;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.inscription.Inscribe;
import be.zeef.inscription.InscribeBySoap;
import be.zeef.plan.Plans;
import be.zeef.plan.SyncPlan;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.sieve.DmnRule;
import be.zeef.sieve.Ternary;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.source.OcmwRegister;
import be.zeef.subject.Insz;
import be.zeef.subject.Population;
import be.zeef.subject.PopulationReader;
import be.zeef.subject.Realm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;

/** Asked about all at once, with Ghent's bags as they are. */
class ListGatheringTest extends GatheringContract {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final Agreement BAGS = new Agreements(MAPPINGS).load("gent-huisvuilzakken");

    ListGatheringTest(Jdbi jdbi) {
        super(jdbi);
    }

    @Override
    Gathering gathering() throws IOException {
        Path file = folder.resolve("population.csv");
        Files.writeString(file, "insz;referentiepersoon;positie;postcode;geboortedatum\n" + line(YES) + line(NO));
        PopulationReader reader = new PopulationReader(
                file,
                Realm.SANDBOX,
                0,
                new PopulationReader.Scope(true, Optional.empty()),
                BAGS.recipient().columns());
        Settings.Magda magda = SettingsFile.read(Path.of("no-such-zeef.yaml"), Map.of("data", folder.toString()))
                .magda();
        Decide decide = new Decide(
                DmnRule.load(MAPPINGS.resolve(BAGS.rule().file()), BAGS.rule().decision()));
        return new ListGathering(
                reader,
                new ListGathering.Steps(
                        new Inscribe(new InscribeBySoap(new Inscribed(asked)), null, magda),
                        (run, population, inscribed) -> statuses(population, inscribed),
                        new AskOcmw(new NoMeasures()),
                        decide),
                List.of());
    }

    private static String line(Insz person) {
        return String.join(";", person.digits(), person.digits(), "01", "9000", "1985-01-01") + "\n";
    }

    private AskStatuses.Gathered statuses(Population population, BitSet inscribed) {
        Cells cells = StatusCells.of(population, inscribed);
        inscribed.stream().forEach(place -> {
            asked.incrementAndGet();
            onceAsked.run();
            cells.set(place, population.at(place) == YES.value() ? Ternary.YES : Ternary.NO);
        });
        return new AskStatuses.Gathered(List.of(cells), () -> {});
    }

    @Override
    SyncPlan plan() {
        return Plans.of(BAGS, DAY);
    }

    private static final class NoMeasures implements OcmwRegister {
        @Override
        public void withMeasure(Set<String> measures, LocalDate on, LongStream people, LongConsumer person) {}

        @Override
        public boolean hasMeasure(Insz person, Set<String> measures, LocalDate on) {
            return false;
        }
    }
}
