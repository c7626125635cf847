package be.zeef.source.advice;

import be.zeef.sieve.FactSpace;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What an agreement allows to be asked so that a rule can advise; nothing else can be.
 *
 * @param household which service tells who lives with the subject, where anybody but the subject is asked about
 * @param services in the order of the agreement
 * @param measures asked of the welfare database; none when it is not asked
 * @param measuresDay the day they are asked about, told from the day in question
 * @param parameters fixed inputs of the rule
 */
public record AdvicePlan(
        Optional<Household> household,
        List<ServiceAsked> services,
        Set<String> measures,
        UnaryOperator<LocalDate> measuresDay,
        Map<String, String> parameters) {

    /** The rule's input that the welfare database answers. */
    public static final String MEASURE = "ocmwMaatregel";

    public AdvicePlan {
        services = List.copyOf(services);
        measures = Set.copyOf(measures);
        parameters = Map.copyOf(parameters);
        boolean family = services.stream().anyMatch(each -> each.of() != Of.SUBJECT);
        if (family && household.isEmpty()) {
            throw new IllegalArgumentException(
                    "adults and parents can only be asked about when a service tells who they are");
        }
    }

    /** Measures are asked about the day in question itself. */
    public AdvicePlan(
            Optional<Household> household,
            List<ServiceAsked> services,
            Set<String> measures,
            Map<String, String> parameters) {
        this(household, services, measures, UnaryOperator.identity(), parameters);
    }

    /** Whom a service is asked about. */
    public enum Of {
        SUBJECT,
        /** Everyone of full age in the subject's household, the subject too. */
        ADULTS,
        /** The reference person of the household and the partner, where the subject is their child ({@link Family}). */
        PARENTS
    }

    /**
     * Where the household comes from.
     *
     * @param fact a member each
     * @param adultFrom age in years from which somebody is an adult; where only parents are asked about it counts for nothing
     */
    public record Household(String service, String fact, int adultFrom) {}

    /**
     * One service that is asked, and what becomes of its answers.
     *
     * @param day its own day, told from the day in question: such as two years before it for a tax assessment
     * @param followReplaced whether a replaced number may be followed to the new one
     */
    public record ServiceAsked(
            String service,
            Of of,
            UnaryOperator<LocalDate> day,
            boolean followReplaced,
            Map<String, List<String>> parameters,
            List<Input> inputs) {
        public ServiceAsked {
            parameters = Map.copyOf(parameters);
            inputs = List.copyOf(inputs);
        }

        /** The facts that are read of its answers. */
        Set<String> facts() {
            return inputs.stream().flatMap(input -> input.facts().stream()).collect(Collectors.toSet());
        }
    }

    /** Everything the rule's inputs can be. */
    public FactSpace space() {
        Map<String, List<String>> domains = new LinkedHashMap<>();
        services.forEach(service -> service.inputs().forEach(input -> domains.put(input.name(), input.domain())));
        if (!measures.isEmpty()) {
            domains.put(MEASURE, FactSpace.TERNARY);
        }
        return new FactSpace(domains, parameters);
    }
}
