package be.zeef.app;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreement.ServiceAsked;
import be.zeef.agreement.Agreement.Whom;
import be.zeef.agreement.Agreements;
import be.zeef.proof.Proof;
import be.zeef.proof.RuleUse;
import be.zeef.proof.Sample;
import be.zeef.sandbox.city.Children;
import be.zeef.sandbox.city.CityMaker;
import be.zeef.sandbox.city.CityOptions;
import be.zeef.sandbox.city.People;
import be.zeef.sandbox.soap.SandboxBodies;
import be.zeef.source.Causes;
import be.zeef.source.Exceptions;
import be.zeef.source.magda.MagdaReading;
import be.zeef.subject.Insz;
import be.zeef.validation.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sandbox answers with more than was needed, and in its own way: of its answers too nothing but the declared facts reaches what
 * is decided and told. Beside the samples that ship, these are of another make.
 */
class SandboxAnswersTest {

    private static final Path MAPPINGS = Path.of("mappings");

    /** Of each kind of person the first, as far as there is one. */
    private static final int EACH = 1;

    @TempDir
    static Path folder;

    private static People people;
    private static SandboxBodies bodies;

    @BeforeAll
    static void city() throws Exception {
        CityMaker.make(folder, CityOptions.ghent(200, 7, 2));
        people = People.of(folder, 7);
        bodies = new SandboxBodies(people, Children.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gent-uitpas", "gent-onderwijs"})
    void shouldReachNothing_butTheDeclaredFacts(String id) throws Exception {
        Agreement agreement = new Agreements(MAPPINGS).load(id);
        RuleUse use = RuleUse.of(
                MAPPINGS,
                SampleAnswers.lasting(agreement),
                AskedFacts.of(agreement),
                AskedItems.stages(agreement),
                Map.of());
        List<Sample> samples = new ArrayList<>();
        for (ServiceAsked asked : agreement.services()) {
            for (People.Person person : some(asked)) {
                samples.add(sample(use, asked, person));
            }
        }

        Proof proof = Proof.of(new Proof.Question(List.of(use), List.of(), List.of(), samples, List.of()));

        assertThat(samples).hasSizeGreaterThanOrEqualTo(agreement.services().size() * 2);
        assertThat(proof.results().stream().flatMap(result -> result.findings().stream()))
                .extracting(Finding::code)
                .contains("proof.non-interference")
                .doesNotContain("proof.interference");
    }

    /** Somebody with the status and somebody without, somebody with a living wage and somebody with a child. */
    private static List<People.Person> some(ServiceAsked asked) {
        Stream<People.Person> alive = people.everyone().stream().filter(person -> !person.died());
        if (asked.household().isPresent()) {
            return alive.filter(person -> person.position().equals("03"))
                    .limit(2)
                    .toList();
        }
        List<People.Person> all = alive.toList();
        return Stream.of(
                        all.stream().filter(person -> person.livingWage(SampleAnswers.DAY)),
                        all.stream().filter(person -> person.status(SampleAnswers.DAY) && !person.isFaulty()),
                        all.stream().filter(person -> person.municipality().equals("44021")))
                .flatMap(kind -> kind.limit(EACH))
                .toList();
    }

    private static Sample sample(RuleUse use, ServiceAsked asked, People.Person person) throws Exception {
        String service = asked.service();
        boolean household = asked.household().isPresent();
        Insz about = Insz.ofChecked(Long.parseLong(person.insz()));
        Insz child = household ? about : Insz.ofChecked(12_691_230_106L);
        Tellings tellings = new Tellings(use.benefit(), MAPPINGS, SampleAnswers.DAY);
        ServiceSamples persons = new ServiceSamples(
                use,
                Causes.read(MAPPINGS),
                tellings,
                SampleAnswers.DAY,
                household ? ServiceSamples.ADULT : about,
                child);
        Insz subject = asked.of() == Whom.SUBJECT && !household ? about : child;
        MagdaReading reading = MagdaReading.of(MAPPINGS, service, Exceptions.magda(MAPPINGS));
        String request = Files.readString(Path.of("conformance-tests/expected/magda/" + service + ".xml"))
                .replace("62691699717", person.insz())
                .replace("<Naam>A</Naam>", "<Naam>PCSA_AND_BIM_HELP</Naam>")
                .replace("<Inkomensjaar>2026", "<Inkomensjaar>2024");
        SampleFolder ships = SampleFolder.of(MAPPINGS.resolve("sources/magda/" + service));
        Map<String, String> others =
                Map.of("socialeStatus", "yes", "woontInGent", "yes", "leefloon", "no", "inkomen", "B");
        return new Sample(
                service + " of the sandbox",
                bodies.answer(request),
                ships.declared(SampleAnswers.facts(asked), about.digits()),
                ships.keys(),
                persons.way(
                        service,
                        subject,
                        (question, root) -> reading.read(question, root, ServiceSamples.REFERTE),
                        others));
    }
}
