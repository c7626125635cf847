package be.zeef.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an agreement allows to be asked about one person; nothing else can be.
 *
 * @param version hash of the agreement
 * @param measures asked of the welfare database; none when it is not asked
 * @param parameters fixed inputs of the rule
 * @param until until when a yes holds, where the agreement says so
 */
public record QuestionPlan(
        String agreement,
        String version,
        List<Service> services,
        Set<String> measures,
        Map<String, String> parameters,
        Optional<LocalDate> until) {

    /** The rule's input that the welfare database answers. */
    public static final String MEASURE = "ocmwMaatregel";

    public QuestionPlan {
        services = List.copyOf(services);
        measures = Set.copyOf(measures);
        parameters = Map.copyOf(parameters);
    }

    /** One service that is asked, and what becomes of its answer. */
    public record Service(String name, Map<String, List<String>> parameters, List<Input> inputs) {}

    /**
     * One input of the rule.
     *
     * @param fact the fact it is made of: yes, no or unknown, or a value that is held against {@code is}
     */
    public record Input(String name, String fact, Optional<String> is) {}
}
