package be.zeef.source.magda;

import be.zeef.security.reading.Xml;
import be.zeef.security.reading.Yaml;
import be.zeef.settings.Settings;
import be.zeef.source.FactsSheet;
import be.zeef.source.RequestTemplate;
import be.zeef.source.SourceFacts;
import be.zeef.subject.Today;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.validation.Schema;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One service of MAGDA, as its folder in {@code mappings/sources/magda} describes it: {@code service.yaml}, the request's
 * template, the schema of question and answer, and how an answer becomes facts. Adding a service is adding a folder.
 * Thread-safe.
 */
final class MagdaService {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss'.000'");
    private final String name;
    private final Description description;
    private final RequestTemplate template;
    private final Schema schema;
    private final Optional<FactsSheet> facts;

    private MagdaService(
            String name, Description description, RequestTemplate template, Schema schema, Optional<FactsSheet> facts) {
        this.name = name;
        this.description = description;
        this.template = template;
        this.schema = schema;
        this.facts = facts;
    }

    /**
     * What {@code service.yaml} says.
     *
     * @param inscribed whether only people who are inscribed may be asked about
     * @param parameters what a question names besides the person and the day
     * @param facts the facts there are, by name ({@code statuut.*} stands for one per parameter), with their types
     * @param noData what it means that the source has nothing about a person; a fact left out stays unknown
     */
    record Description(
            String service,
            boolean inscribed,
            List<String> parameters,
            Map<String, String> facts,
            Map<String, String> noData) {
        Description {
            parameters = parameters == null ? List.of() : List.copyOf(parameters);
            facts = facts == null ? Map.of() : Map.copyOf(facts);
            noData = noData == null ? Map.of() : Map.copyOf(noData);
        }
    }

    /**
     * Reads a service's folder.
     *
     * @param name such as {@code GeefPersoon-02.02}
     * @throws IllegalArgumentException when there is no such folder, naming those there are
     */
    static MagdaService read(Path mappings, String name) {
        Path all = mappings.resolve("sources/magda");
        Path folder = all.resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no service " + name + " below " + all
                    + ". Add its folder (request.xml, soap.xsd, service.yaml, facts.xslt), or correct the name.");
        }
        try {
            Schema schema = Xml.schema(folder.resolve("soap.xsd"));
            Path sheet = folder.resolve("facts.xslt");
            return new MagdaService(
                    name,
                    Yaml.value(folder.resolve("service.yaml"), Description.class),
                    RequestTemplate.read(folder.resolve("request.xml"), schema),
                    schema,
                    Files.exists(sheet) ? Optional.of(FactsSheet.compile(sheet)) : Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("The service " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    String name() {
        return name;
    }

    Schema schema() {
        return schema;
    }

    boolean needsInscription() {
        return description.inscribed();
    }

    /**
     * Fills the template.
     *
     * @param values one value, or several where the template repeats; {@code insz} among them
     * @throws IllegalStateException when the template gives what its own schema refuses: a defect of the mapping
     */
    Document request(Settings.Sender sender, String referte, ZonedDateTime now, Map<String, List<String>> values) {
        ZonedDateTime there = now.withZoneSameInstant(Today.ZONE);
        Map<String, List<String>> places = new HashMap<>(values);
        places.put("datum", List.of(there.toLocalDate().toString()));
        places.put("tijd", List.of(TIME.format(there)));
        places.put("uri", List.of(sender.uri()));
        places.put("hoedanigheid", List.of(sender.capacity()));
        places.put("referte", List.of(referte));
        return template.filled(places);
    }

    /**
     * Reads the facts of an answer that was held against the schema.
     *
     * @param asked of all the facts, those the agreement asks for
     * @throws FactsSheet.AboutAnotherException when the answer is about another person
     */
    SourceFacts facts(Element answer, String insz, LocalDate on, Set<String> asked) {
        return facts.orElseThrow(() -> new IllegalStateException(name + " has no facts.xslt"))
                .read(answer, insz, on, asked);
    }

    /** What it means that the source has nothing about a person. */
    SourceFacts noData(Set<String> asked) {
        SourceFacts known = new SourceFacts();
        asked.forEach(fact -> {
            int dot = fact.indexOf('.');
            String family = dot < 0 ? fact : fact.substring(0, dot) + ".*";
            String value =
                    description.noData().getOrDefault(fact, description.noData().get(family));
            if (value != null) {
                known.with(fact, value);
            }
        });
        return known;
    }
}
