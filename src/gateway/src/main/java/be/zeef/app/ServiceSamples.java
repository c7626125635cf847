package be.zeef.app;

import be.zeef.proof.RuleUse;
import be.zeef.proof.Sample;
import be.zeef.security.reading.Xml;
import be.zeef.sieve.Outcome;
import be.zeef.source.Advice;
import be.zeef.source.CallJournal;
import be.zeef.source.Causes;
import be.zeef.source.OcmwRegister;
import be.zeef.source.PersonQuestion;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceFacts;
import be.zeef.source.advice.AdvicePlan;
import be.zeef.source.advice.Input;
import be.zeef.source.advice.LocalAdvice;
import be.zeef.subject.Insz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The way of an answer of a service that is asked about one person: read as it is off the wire, advised on as in a run or at a
 * counter, while every other source says what it is told to say. Nobody is called.
 */
final class ServiceSamples {

    /** Of whom the samples are: one adult, and the child of that adult's household. */
    static final Insz ADULT = Insz.ofChecked(62_691_699_717L);

    private static final Insz CHILD = Insz.ofChecked(12_691_230_106L);

    /** Stands in every sample as the reference of the question that it answers. */
    static final String REFERTE = "5f0c7a52-7d2f-4e0e-9f0b-0f2b6d3c9a11";

    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final long CENT = 1;

    private final RuleUse use;
    private final AdvicePlan plan;
    private final Causes causes;
    private final Tellings tellings;
    private final LocalDate on;
    private final Insz adult;
    private final Insz child;

    ServiceSamples(RuleUse use, Causes causes, Tellings tellings, LocalDate on) {
        this(use, causes, tellings, on, ADULT, CHILD);
    }

    /** The same about other people: an adult, and a child of the household that the adult heads. */
    ServiceSamples(RuleUse use, Causes causes, Tellings tellings, LocalDate on, Insz adult, Insz child) {
        this.use = use;
        this.plan = AdvicePlans.of(use.benefit());
        this.causes = causes;
        this.tellings = tellings;
        this.on = on;
        this.adult = adult;
        this.child = child;
    }

    /** Reads an answer to a question, as it came. */
    interface Reader {
        SourceAnswer read(PersonQuestion question, Element root);
    }

    /** Whom everything is about: a child where a household is asked about, or where the sample is about one. */
    Insz subject(boolean ofChild) {
        return plan.household().isPresent() || ofChild ? child : adult;
    }

    /** @param others what the other sources say, by the rule's inputs */
    Sample.Way way(String service, Insz subject, Reader reader, Map<String, String> others) {
        DocumentBuilder parser = parser();
        return answer -> advise(
                subject,
                others,
                question -> question.service().equals(service)
                        ? read(question, reader, parser, answer)
                        : said(question, others));
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilder parser = Xml.documents().newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the rule decides when the service answers so, and not when it does not answer. */
    boolean decides(String service, Insz subject, Sample.Reading read, Map<String, String> others) {
        Sample.Reading without = advise(
                subject,
                others,
                question -> question.service().equals(service)
                        ? new SourceAnswer.Undetermined("TIMEOUT")
                        : said(question, others));
        return read.decision().outcome() != Outcome.UNDETERMINED
                && without.decision().outcome() == Outcome.UNDETERMINED;
    }

    private Sample.Reading advise(
            Insz subject, Map<String, String> others, Function<PersonQuestion, SourceAnswer> persons) {
        LocalAdvice advice = new LocalAdvice(
                plan,
                use.rule(),
                new LocalAdvice.Sources(
                        (question, journal) -> persons.apply(question),
                        new Measured(
                                others.getOrDefault(AdvicePlan.MEASURE, "no").equals("yes")),
                        Runnable::run,
                        causes),
                WITHIN,
                LocalAdvice.Waiting.FOR_ALL);
        Advice advised = advice.advise(subject, on, new Unwritten());
        return tellings.of(
                advised.decision(), advised.since(), !advised.reasons().isEmpty());
    }

    private static SourceAnswer read(PersonQuestion question, Reader reader, DocumentBuilder parser, byte[] answer) {
        try {
            return reader.read(
                    question, parser.parse(new ByteArrayInputStream(answer)).getDocumentElement());
        } catch (SAXException | IOException e) {
            return new SourceAnswer.Undetermined("NOT_SOAP");
        }
    }

    private SourceAnswer said(PersonQuestion question, Map<String, String> others) {
        SourceFacts facts = new SourceFacts();
        plan.household().filter(how -> how.service().equals(question.service())).ifPresent(how -> facts.with(
                        how.fact(), child.digits(), Map.of("rol", "kind", "geboren", "2012-09-12"))
                .with(how.fact(), adult.digits(), Map.of("rol", "referentiepersoon", "geboren", "1962-09-16")));
        plan.services().stream()
                .filter(service -> service.service().equals(question.service()))
                .flatMap(service -> service.inputs().stream())
                .forEach(input -> say(input, others.getOrDefault(input.name(), "no"), facts));
        return new SourceAnswer.Known(facts);
    }

    /** Facts of which the input has this value. */
    private static void say(Input input, String value, SourceFacts facts) {
        if (input instanceof Input.Any any) {
            facts.with(
                    any.fact(),
                    any.is().map(is -> value.equals("yes") ? is : "").orElse(value));
        } else if (input instanceof Input.Statuses statuses) {
            statuses.facts().forEach(fact -> facts.with(fact, value));
        } else if (input instanceof Input.Bracket bracket) {
            long most = bracket.limits().stream()
                    .mapToLong(Input.Bracket.Limit::below)
                    .max()
                    .orElse(0);
            long cents = bracket.limits().stream()
                    .filter(limit -> limit.bracket().equals(value))
                    .mapToLong(limit -> limit.below() - CENT)
                    .findFirst()
                    .orElse(most);
            facts.with(bracket.sums().get(0), Long.toString(cents)).with(bracket.oncePer(), "1");
        }
    }

    /** Knows of everybody the same. */
    private record Measured(boolean yes) implements OcmwRegister {
        @Override
        public void withMeasure(Set<String> measures, LocalDate on, LongStream people, LongConsumer person) {
            if (yes) {
                people.forEach(person);
            }
        }

        @Override
        public boolean hasMeasure(Insz person, Set<String> measures, LocalDate on) {
            return yes;
        }
    }

    /** Nobody is called, so nothing is written. */
    private static final class Unwritten implements CallJournal {
        @Override
        public <R> R around(String service, String referte, Supplier<R> call, Function<R, String> code) {
            return call.get();
        }
    }
}
