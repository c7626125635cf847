package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreement.FactAsked;
import be.zeef.agreement.Agreement.ListSourceAsked;
import be.zeef.agreement.Agreement.ServiceAsked;
import be.zeef.agreement.Agreement.StatusNamed;
import be.zeef.agreement.StatusDay;
import be.zeef.source.StatusAsked;
import be.zeef.source.advice.AdvicePlan;
import be.zeef.source.advice.Input;
import be.zeef.source.kszsoap.KszQuestions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an agreement allows to be asked for one piece of advice. */
final class AdvicePlans {

    private static final long CENTS = 100;

    private AdvicePlans() {}

    static AdvicePlan of(Agreement agreement) {
        return new AdvicePlan(
                agreement.services().stream()
                        .flatMap(service -> household(service).stream())
                        .findFirst(),
                Stream.concat(
                                agreement.services().stream()
                                        .filter(service -> !service.inputs().isEmpty())
                                        .map(service ->
                                                asked(service, agreement.rule().parameters())),
                                statuses(agreement))
                        .toList(),
                Set.copyOf(agreement.measures().codes()),
                on -> agreement.day(agreement.measures().on(), on),
                agreement.rule().parameters());
    }

    private static Optional<AdvicePlan.Household> household(ServiceAsked service) {
        return service.household().map(how -> new AdvicePlan.Household(service.service(), how.fact(), how.adultFrom()));
    }

    /** A list whose statuses can be asked about one person, with its own filters: one question for each of its days. */
    private static Stream<AdvicePlan.ServiceAsked> statuses(Agreement agreement) {
        if (!agreement.list().isOnline()) {
            return Stream.empty();
        }
        SortedMap<StatusDay, List<StatusNamed>> byDay =
                new TreeMap<>(agreement.list().statuses().stream().collect(Collectors.groupingBy(StatusNamed::on)));
        return byDay.entrySet().stream().map(day -> statuses(agreement, day.getKey(), day.getValue()));
    }

    private static AdvicePlan.ServiceAsked statuses(Agreement agreement, StatusDay day, List<StatusNamed> ofDay) {
        ListSourceAsked list = agreement.list();
        List<String> names =
                ofDay.stream().flatMap(status -> status.names().stream()).toList();
        return new AdvicePlan.ServiceAsked(
                KszQuestions.SOCIAL_RIGHTS,
                AdvicePlan.Of.SUBJECT,
                on -> agreement.day(day, on),
                false,
                StatusAsked.parameters(names, list.postcodes(), list.maximumAge()),
                ofDay.stream().<Input>map(AdvicePlans::input).toList());
    }

    private static Input.Statuses input(StatusNamed status) {
        return new Input.Statuses(
                status.input(),
                status.names().stream().map(StatusAsked::fact).collect(Collectors.toSet()),
                status.all());
    }

    private static AdvicePlan.ServiceAsked asked(ServiceAsked service, Map<String, String> parameters) {
        return new AdvicePlan.ServiceAsked(
                service.service(),
                AdvicePlan.Of.valueOf(service.of().name()),
                on -> on.minusYears(service.yearsBack()),
                service.followReplaced(),
                service.parameters(),
                service.inputs().entrySet().stream()
                        .map(input -> input(input.getKey(), input.getValue(), parameters))
                        .toList());
    }

    private static Input input(String name, FactAsked asked, Map<String, String> parameters) {
        if (asked.sum().isEmpty()) {
            return new Input.Any(name, asked.fact(), asked.is(), asked.since());
        }
        List<Input.Bracket.Limit> limits = asked.brackets().entrySet().stream()
                .map(bracket -> new Input.Bracket.Limit(
                        bracket.getKey(), Long.parseLong(parameters.get(bracket.getValue())) * CENTS))
                .sorted(Comparator.comparingLong(Input.Bracket.Limit::below))
                .toList();
        return new Input.Bracket(name, asked.sum(), asked.oncePer(), limits);
    }
}
