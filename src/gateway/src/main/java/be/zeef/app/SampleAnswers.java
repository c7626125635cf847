package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreement.ServiceAsked;
import be.zeef.agreement.Agreement.Whom;
import be.zeef.proof.Fact;
import be.zeef.proof.RuleUse;
import be.zeef.proof.Sample;
import be.zeef.source.Causes;
import be.zeef.source.Exceptions;
import be.zeef.source.kszsoap.KszQuestions;
import be.zeef.source.kszsoap.KszReading;
import be.zeef.source.magda.MagdaReading;
import be.zeef.subject.Insz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every sample of an agreement's sources, with the way that such an answer takes through this gateway. */
final class SampleAnswers {

    /** The day that all samples are of. */
    static final LocalDate DAY = LocalDate.of(2026, 7, 16);

    private final RuleUse use;
    private final Agreement benefit;
    private final Path mappings;
    private final Tellings tellings;
    private final FileSamples ways;
    private final Causes causes;
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> without = new ArrayList<>();

    private SampleAnswers(RuleUse use, Path mappings) {
        this.use = use;
        this.benefit = lasting(use.benefit());
        this.mappings = mappings;
        this.tellings = new Tellings(benefit, mappings, DAY);
        this.ways = new FileSamples(use, benefit, mappings, tellings, DAY);
        this.causes = Causes.read(mappings);
    }

    /**
     * What was found.
     *
     * @param without the sources of which there is no sample
     */
    record Found(List<Sample> samples, List<String> without) {}

    /** @param uses the rules of an agreement's benefits */
    static Found of(List<RuleUse> uses, Path mappings) {
        List<Sample> samples = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (RuleUse use : uses) {
            SampleAnswers found = new SampleAnswers(use, mappings);
            found.find();
            samples.addAll(found.samples);
            without.addAll(found.without);
        }
        return new Found(samples, without.stream().distinct().toList());
    }

    /** An agreement of another time is proved too: what is proved is the same on any day. */
    static Agreement lasting(Agreement agreement) {
        return new Agreement(
                agreement.id(),
                agreement.version(),
                agreement.subject(),
                agreement.list(),
                agreement.services(),
                agreement.measures(),
                agreement.advice(),
                agreement.benefit(),
                agreement.benefits(),
                new Agreement.Validity(DAY, DAY),
                agreement.assumptions(),
                agreement.payment(),
                agreement.claims(),
                agreement.justified(),
                agreement.retention(),
                agreement.schedule());
    }

    private void find() {
        if (benefit.isListed() && !benefit.list().isOnline()) {
            files("ksz-list", "ksz", statusFacts(), ways.list());
        }
        if (benefit.isListed() && benefit.list().isOnline()) {
            String service = KszQuestions.SOCIAL_RIGHTS;
            KszReading reading = KszReading.of(mappings, service);
            services(
                    service,
                    "ksz-soap/" + service,
                    statusFacts(),
                    Set.of(),
                    (question, root) -> reading.read(question, root, ServiceSamples.REFERTE));
        }
        Exceptions catalogue = Exceptions.magda(mappings);
        for (ServiceAsked asked : benefit.services()) {
            String service = asked.service();
            MagdaReading reading = MagdaReading.of(mappings, service, catalogue);
            services(
                    service,
                    "magda/" + service,
                    facts(asked),
                    asked.inputs().keySet(),
                    (question, root) -> reading.read(question, root, ServiceSamples.REFERTE));
        }
        if (benefit.payment().isPresent() && benefit.claims().isEmpty()) {
            files(
                    "groeipakket",
                    "groeipakket",
                    benefit.payment().get().facts().stream().sorted().toList(),
                    ways.allowances());
        }
    }

    private List<String> statusFacts() {
        return benefit.list().statuses().stream()
                .flatMap(status -> status.names().stream())
                .map(name -> "statuut." + name)
                .toList();
    }

    /** Everything that is read of a service's answers. */
    static List<String> facts(ServiceAsked asked) {
        List<String> facts = new ArrayList<>();
        asked.household().ifPresent(how -> facts.add(how.fact()));
        asked.inputs().values().forEach(input -> {
            facts.addAll(input.read());
            input.since().ifPresent(facts::add);
        });
        return facts;
    }

    private List<Path> answers(String source, SampleFolder folder) {
        List<Path> answers = folder.answers();
        if (answers.isEmpty()) {
            without.add(source);
        }
        return answers;
    }

    /** @param feeds the rule's inputs that the service's own answer is */
    private void services(
            String service, String place, List<String> facts, Set<String> feeds, ServiceSamples.Reader reader) {
        ServiceSamples persons = new ServiceSamples(use, causes, tellings, DAY);
        SampleFolder folder = SampleFolder.of(mappings.resolve("sources/" + place));
        for (Path file : answers(service, folder)) {
            byte[] bytes = bytes(file);
            Insz subject = persons.subject(folder.isOfChild());
            boolean ofFamily = benefit.services().stream()
                    .anyMatch(each -> each.service().equals(service) && each.of() != Whom.SUBJECT);
            Insz about = ofFamily ? ServiceSamples.ADULT : subject;
            Map<String, String> known = combinations(feeds).stream()
                    .filter(others -> persons.decides(
                            service,
                            subject,
                            persons.way(service, subject, reader, others).of(bytes),
                            others))
                    .findFirst()
                    .orElse(Map.of());
            Sample.Way way = persons.way(service, subject, reader, known);
            samples.add(new Sample(name(file), bytes, folder.declared(facts, about.digits()), folder.keys(), way));
        }
    }

    /** What all other facts can be, once they are known. */
    private List<Map<String, String>> combinations(Set<String> feeds) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Fact fact : use.facts()) {
            if (!feeds.contains(fact.name())) {
                all = all.stream()
                        .flatMap(before -> fact.values().stream().map(value -> with(before, fact.name(), value)))
                        .toList();
            }
        }
        return all;
    }

    private static Map<String, String> with(Map<String, String> before, String name, String value) {
        Map<String, String> all = new HashMap<>(before);
        all.put(name, value);
        return all;
    }

    private void files(String source, String place, List<String> facts, Sample.Way way) {
        SampleFolder folder = SampleFolder.of(mappings.resolve("sources/" + place));
        for (Path file : answers(source, folder)) {
            List<String> declared = folder.declared(facts, ServiceSamples.ADULT.digits());
            samples.add(new Sample(name(file), bytes(file), declared, folder.keys(), way));
        }
    }

    private String name(Path file) {
        return mappings.getParent().relativize(file).toString().replace('\\', '/');
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
